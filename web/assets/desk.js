"use strict";
// What the pages do without this file, they do with it more quickly.
(() => {
  const all = (sel, in_ = document) => [...in_.querySelectorAll(sel)];

  // A fact and its words in the text light up together.
  const lit = (ids, on) => {
    for (const id of ids.split(" "))
      for (const el of all(`[data-f~="${CSS.escape(id)}"]`)) el.classList.toggle("lit", on);
  };
  for (const el of all("[data-f]")) {
    for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
      el.addEventListener(name, () => lit(el.dataset.f, on));
  }

  // Names are suggested while they are typed.
  const names = document.getElementById("names");
  let wait;
  for (const input of all("[data-suggest]")) {
    input.addEventListener("input", () => {
      clearTimeout(wait);
      if (input.value.trim().length < 2) return;
      wait = setTimeout(async () => {
        const r = await fetch("/api/names/find?q=" + encodeURIComponent(input.value.trim()));
        if (!r.ok) return;
        names.replaceChildren(...(await r.json()).map((t) => {
          const o = document.createElement("option");
          o.value = t.label;
          return o;
        }));
      }, 150);
    });
  }

  // "/" leads to the search.
  document.addEventListener("keydown", (e) => {
    if (e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      e.preventDefault();
      document.getElementById("q").focus();
    }
  });

  // The reviewers' queue by the keyboard.
  if (document.getElementById("queue")) {
    const click = (sel) => document.querySelector(sel)?.click();
    const keys = {
      a: () => click("#accept"), x: () => click("#reject"), n: () => click("#next"), o: () => click("#open"), p: () => history.back(),
      u: () => click(".decisions .undo"), c: () => document.getElementById("correct").focus(),
    };
    document.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
      keys[e.key]?.();
    });
  }

  for (const b of all("[data-print]")) {
    b.hidden = false;
    b.addEventListener("click", () => window.print());
  }

  // Progress of what was handed in.
  const job = document.getElementById("job");
  if (job && !("done" in job.dataset)) {
    const es = new EventSource(`/api/jobs/${job.dataset.job}/events`);
    es.addEventListener("progress", (e) => {
      const s = JSON.parse(e.data);
      document.getElementById("job-state").textContent = `${s.read} read: ${s.new} new, ${s.replaced} replaced, ${s.same} known already`;
      if (s.done) {
        es.close();
        location.reload();
      }
    });
  }

  // The record may change while a page is open.
  const fresh = document.getElementById("fresh");
  if (fresh && !job && !document.body.classList.contains("page-login")) {
    let first = 0;
    const es = new EventSource("/api/changes");
    es.addEventListener("revision", (e) => {
      const n = JSON.parse(e.data).revision;
      if (!first) first = n;
      if (n !== first && !fresh.firstChild) {
        const a = document.createElement("a");
        a.href = location.href;
        a.textContent = "The record has changed: show it anew";
        a.addEventListener("click", () => location.reload());
        fresh.append(a);
      }
    });
    window.addEventListener("pagehide", () => es.close());
  }
})();
