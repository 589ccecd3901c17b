// The report works without this: with it tables sort, one page is shown at a time, and the search box searches.
"use strict";
document.documentElement.classList.add("js"); // before anything is drawn: the style hides what is not open
document.addEventListener("DOMContentLoaded", () => {
  const overview = document.getElementById("overview");
  for (const table of document.querySelectorAll("table.sortable")) makeSortable(table);
  if (!overview) return;
  showPages(overview);
  startSearch();
  if (window.matchMedia("(max-width: 60rem)").matches) document.querySelector("nav details").open = false;
});

function makeSortable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows]; // as they came: rows that are equal keep this order
  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const head = button.closest("th");
    const opposite = { ascending: "descending", descending: "ascending" };
    const way = opposite[head.ariaSort] || button.dataset.first;
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.ariaSort = "none";
    head.ariaSort = way;
    const place = (row) => row.cells[head.cellIndex].dataset.order; // a whole number; none for what is open
    const sign = way === "ascending" ? 1 : -1;
    const sorted = [...rows].sort((one, other) => {
      const [a, b] = [place(one), place(other)];
      if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
      return sign * (a - b);
    });
    body.append(...sorted);
  });
}

// One page at a time: the overview, or the unit that the address names.
function showPages(overview) {
  const root = document.documentElement;
  let shown = null;
  let left = 0; // how far down the overview was when it was left
  window.addEventListener("scroll", () => {
    if (!shown) left = window.scrollY;
  });

  function show() {
    const target = named(location.hash);
    if (target && target !== overview && target.contains(overview)) return; // "skip to the content" stays on its page
    const unit = target && target.closest(".unit");
    if (shown) shown.classList.remove("shown");
    if (unit) unit.classList.add("shown");
    root.classList.toggle("one-unit", Boolean(unit));
    shown = unit;
    markEntry(unit ? unit.id : "overview");
    if (unit) open(unit, target);
    else if (target && target !== overview) target.scrollIntoView();
    else window.scrollTo(0, left);
  }

  // The focus goes along, for those who read with the keyboard or are read to.
  function open(unit, target) {
    const start = target === unit ? unit.querySelector("h2") : target;
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
    if (target === unit) window.scrollTo(0, 0);
    else target.scrollIntoView({ block: "center" });
  }

  window.addEventListener("hashchange", show);
  show();
}

function markEntry(id) {
  for (const link of document.querySelectorAll("nav a")) {
    if (decodeURIComponent(link.hash.slice(1)) === id) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function named(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // an address that no link of ours has
  }
}

function startSearch() {
  const box = document.getElementById("search");
  const status = document.getElementById("search-status");
  const results = document.getElementById("results");
  const list = results.querySelector(".found");
  const most = 200;
  let pages = null;
  let waiting = 0;

  // Read once, at the first search: every unit's name and what stands in each row of its sheet. Where the units' pages
  // are files of their own, their names alone.
  function read() {
    const entries = [...document.querySelectorAll("nav li[data-unit]")];
    if (!document.querySelector(".unit"))
      return entries.map((entry) => page(entry.dataset.unit, entry.textContent, entry.querySelector("a").href, []));
    const rows = (unit) =>
      [...unit.querySelectorAll("tr[data-item]")].map((row) => ({ row, text: row.textContent.toLowerCase() }));
    return [...document.querySelectorAll(".unit")].map((unit) =>
      page(unit.id, unit.dataset.name, `#${unit.id}`, rows(unit)),
    );
  }

  function page(id, label, href, rows) {
    return { id, label, href, rows, name: label.toLowerCase() };
  }

  function search() {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return clear();
    pages = pages || read();
    const units = new Set();
    const items = new Set();
    const hits = [];
    for (const page of pages) {
      const whole = words.every((word) => page.name.includes(word));
      const rest = words.filter((word) => !page.name.includes(word));
      let any = whole;
      if (whole) hits.push({ page, row: null });
      for (const one of page.rows) {
        const fits = whole || rest.every((word) => one.text.includes(word));
        one.row.hidden = !fits;
        if (!fits) continue;
        any = true;
        items.add(one.row.dataset.item);
        if (!whole) hits.push({ page, row: one.row });
      }
      if (any) units.add(page.id);
    }
    for (const one of listed("[data-unit]")) one.hidden = !units.has(one.dataset.unit);
    const sheets = pages.some((page) => page.rows.length);
    for (const one of sheets ? listed("[data-item]") : []) one.hidden = !items.has(one.dataset.item);
    tell(units.size, hits);
  }

  // Rows of the overview and entries of the navigation that speak of a unit or of an item.
  function listed(selector) {
    return [...document.querySelectorAll(`.overview tr${selector}, nav li${selector}`)];
  }

  function tell(units, hits) {
    const counted = status.dataset.counted.replace("{units}", units).replace("{items}", hits.length);
    const more = hits.length > most ? ` ${status.dataset.more.replace("{count}", most)}` : "";
    status.textContent = counted + more;
    list.replaceChildren(...hits.slice(0, most).map(entry));
    results.hidden = false;
  }

  function entry({ page, row }) {
    const link = document.createElement("a");
    const item = document.createElement("li");
    link.href = row ? `#${row.id}` : page.href;
    link.textContent = page.label;
    item.append(link);
    if (row) {
      const title = row.querySelector("th");
      link.textContent += ` ${row.cells[0].textContent} ${title.textContent}`;
      const why = row.querySelector(".account, .missing");
      if (why) item.append(` ${why.textContent}`);
    }
    return item;
  }

  function clear() {
    box.value = "";
    status.textContent = "";
    results.hidden = true;
    list.replaceChildren();
    for (const one of document.querySelectorAll("tr[hidden], nav li[hidden]")) one.hidden = false;
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      clearTimeout(waiting);
      clear();
    } else if (event.key === "/" && !event.ctrlKey && !event.metaKey && event.target.tagName !== "INPUT") {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
}
