// Comfort only: the page is whole without it.
(() => {
  "use strict";

  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  // A box above each list: rows that do not hold the words are left out.
  for (const list of document.querySelectorAll("[data-filter]")) {
    const rows = list.tBodies ? [...list.tBodies[0].rows] : [...list.children];
    if (rows.length < 8) {
      continue;
    }

    const box = make("input", { type: "search", placeholder: `filter ${rows.length} ${list.dataset.filter}` });
    box.setAttribute("aria-label", `filter the ${list.dataset.filter}`);
    const texts = rows.map(row => row.textContent.toLowerCase());
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach((row, i) => { row.hidden = !words.every(word => texts[i].includes(word)); });
    });
    const bar = make("p", { className: "filter" });
    bar.append(box);
    (list.closest(".scroll") ?? list).before(bar);
  }

  // Headings become buttons that sort.
  for (const table of document.querySelectorAll("table[data-sort]")) {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((head, place) => {
      const button = make("button", { type: "button", textContent: head.textContent });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const falling = head.getAttribute("aria-sort") === "ascending";
        [...table.tHead.rows[0].cells].forEach(other => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        const value = row => row.cells[place].dataset.value ?? row.cells[place].textContent.trim();
        const order = (a, b) => {
          const [left, right] = [value(a), value(b)];
          const isNumber = left !== "" && right !== "" && !isNaN(left) && !isNaN(right);
          return isNumber ? left - right : left.localeCompare(right);
        };
        body.append(...[...body.rows].sort((a, b) => falling ? order(b, a) : order(a, b)));
      });
    });
  }

  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach(part => { part.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach(part => { part.open = false; }));
})();
