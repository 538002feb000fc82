package build

func (b *builder) everyPolitician() error { return nil }
func (b *builder) leaders() error         { return nil }
func (b *builder) visits() error          { return nil }
