// Adds to tables that have groups and ratings: choose what is shown by rating
// and by group, and sort by a column. Tables that have to scroll can be reached
// with the keyboard. Without it the page is whole.
"use strict";

for (const table of document.querySelectorAll("table[data-controls]")) {
  const groups = [...table.tBodies];
  const rows = groups.flatMap((group) => [...group.rows]).filter((row) => row.cells.length > 1);
  const ratings = [...document.querySelectorAll("symbol[id]")].map((symbol) => symbol.id.replace("mark-", ""));
  const wordsOf = (row) => row.querySelector(".rating").textContent;

  const controls = document.createElement("div");
  controls.className = "controls";
  const choose = (name, all, options) => {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(new Option(all, ""), ...options.map(([value, words]) => new Option(words, value)));
    label.append(name, select);
    controls.append(label);
    select.addEventListener("change", show);
    return select;
  };
  const present = ratings.flatMap((key) => {
    const row = rows.find((row) => row.dataset.rating === key);
    return row ? [[key, wordsOf(row)]] : [];
  });
  const rating = choose("Rating", "All ratings", present);
  const category = choose("Category", "All categories", groups.map((group, i) => [String(i), group.rows[0].cells[0].textContent]));
  const shown = document.createElement("p");
  shown.setAttribute("role", "status");
  controls.append(shown);
  (table.closest(".scroll") ?? table).before(controls);

  function show() {
    let count = 0;
    groups.forEach((group, i) => {
      let any = false;
      const wanted = category.value === "" || category.value === String(i);
      for (const row of group.rows) {
        if (row.cells.length === 1) continue;
        row.hidden = !wanted || (rating.value !== "" && row.dataset.rating !== rating.value);
        any ||= !row.hidden;
        count += row.hidden ? 0 : 1;
      }
      group.hidden = !any;
    });
    shown.textContent = `${count} of ${rows.length} shown`;
  }

  const number = (words) => {
    const found = words.replaceAll(",", "").replace("\u2212", "-").match(/-?\d+(\.\d+)?/);
    return found ? Number(found[0]) : null;
  };
  const compare = (column) => (a, b) => {
    const [x, y] = [a.cells[column], b.cells[column]];
    if (x.querySelector(".rating")) return ratings.indexOf(a.dataset.rating) - ratings.indexOf(b.dataset.rating);
    const [m, n] = [number(x.textContent), number(y.textContent)];
    const figures = x.classList.contains("number") || /^[\u2212\d]/.test(x.textContent);
    if (figures && m !== null && n !== null && m !== n) return m - n;
    return x.textContent.localeCompare(y.textContent, "en-GB", { numeric: true });
  };
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (rows.some((row) => row.cells[column].querySelector("svg:not(.mark)"))) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      for (const group of groups) {
        const sorted = [...group.rows].filter((row) => row.cells.length > 1).sort(compare(column));
        group.append(...(up ? sorted : sorted.reverse()));
      }
    });
  });
  show();
}

const sizes = new ResizeObserver((entries) => {
  for (const { target: table } of entries) {
    const region = table.parentElement;
    if (region.scrollWidth > region.clientWidth) {
      region.tabIndex = 0;
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", table.caption.textContent);
    } else {
      ["tabindex", "role", "aria-label"].forEach((name) => region.removeAttribute(name));
    }
  }
});
document.querySelectorAll(".scroll > table").forEach((table) => sizes.observe(table));
