package syntax

// Words, affixes and features are known by their hashes, so that no string is
// looked at twice. The functions are fixed for good: models depend on them.

// hashString is FNV-1a with a finisher.
func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return finish(uint64(h))
}

func finish(x uint64) uint32 {
	x *= 0x9E3779B97F4A7C15
	x ^= x >> 32
	x *= 0xD6E8FEB86659FD93
	if h := uint32(x >> 32); h != 0 {
		return h
	}
	return 1 // 0 marks an empty slot
}

// key1, key2 and key3 name the feature of template t with the given values.
func key1(t, a uint32) uint32 { return finish(uint64(t)<<32 | uint64(a)) }

func key2(t, a, b uint32) uint32 {
	return finish((uint64(a)<<32 | uint64(b)) + uint64(t)*0xC2B2AE3D27D4EB4F)
}

func key3(t, a, b, c uint32) uint32 {
	return finish((uint64(a)<<32|uint64(b))*0x9FB21C651E98DF25 ^ (uint64(c)*0xC2B2AE3D27D4EB4F + uint64(t)*0x165667B19E3779F9))
}
