(function () {
  "use strict";
  var field = document.getElementById("filter");
  var told = document.querySelector("output");
  var table = document.querySelector("table");
  var heads = Array.from(table.tHead.rows[0].cells);
  var texts = heads.map(function (head) { return head.textContent.toLowerCase(); });
  var bodies = Array.from(table.tBodies).map(function (body) {
    var operation = body.rows[0].textContent.toLowerCase();
    return {
      body: body,
      lines: Array.from(body.rows).slice(1).map(function (row) {
        var cells = Array.from(row.cells);
        var line = operation + " " + cells[0].textContent.toLowerCase();
        return {
          row: row,
          cells: cells,
          texts: cells.map(function (cell, index) {
            return line + " " + texts[index] + " " + cell.textContent.toLowerCase();
          })
        };
      })
    };
  });

  function filter() {
    var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    var columns = heads.map(function () { return false; });
    var count = 0;
    bodies.forEach(function (part) {
      var any = false;
      part.lines.forEach(function (line) {
        var shown = false;
        line.cells.forEach(function (cell, index) {
          if (index === 0) { return; }
          var fits = words.every(function (word) { return line.texts[index].indexOf(word) >= 0; });
          cell.classList.toggle("other", !fits);
          if (fits) { shown = true; columns[index] = true; count++; }
        });
        line.row.hidden = !shown;
        any = any || shown;
      });
      part.body.hidden = !any;
    });
    columns[0] = true;
    var left = columns.filter(Boolean).length;
    heads.forEach(function (head, index) { head.hidden = !columns[index]; });
    bodies.forEach(function (part) {
      part.body.rows[0].cells[0].colSpan = left;
      part.lines.forEach(function (line) {
        line.cells.forEach(function (cell, index) { cell.hidden = !columns[index]; });
      });
    });
    told.textContent = words.length ? count + (count === 1 ? " call" : " calls") : "";
  }

  // What a cell has to tell, beside it: while it has the focus or the pointer is on either, until Escape.
  var main = document.querySelector("main");
  var bar = document.getElementById("told");
  var shown = null;
  var dismissed = false;
  var pointer = "";
  var leaving = 0;

  table.querySelectorAll("[title]").forEach(function (cell) {
    cell.dataset.told = cell.title;
    cell.removeAttribute("title");
  });

  function cellOf(event) {
    return event.target.closest ? event.target.closest("[data-told]") : null;
  }

  function sentence(cell) {
    if (cell.tagName === "TH") { return cell.dataset.told; }
    var row = cell.parentNode;
    var operation = row.parentNode.rows[0].querySelector("b").textContent;
    var who = heads[cell.cellIndex].querySelector(".id").textContent;
    return [who, operation, row.cells[0].textContent, cell.dataset.told].join(" · ");
  }

  function show(cell) {
    clearTimeout(leaving);
    if (cell === shown) { return; }
    hide();
    shown = cell;
    dismissed = false;
    bar.textContent = sentence(cell);
    bar.hidden = false;
    cell.setAttribute("aria-describedby", "told");
    place();
  }

  function place() {
    if (!shown) { return; }
    var at = shown.getBoundingClientRect();
    var below = at.bottom + bar.offsetHeight <= window.innerHeight;
    bar.style.top = Math.max(0, below ? at.bottom - 1 : at.top - bar.offsetHeight + 1) + "px";
    bar.style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - bar.offsetWidth - 8)) + "px";
  }

  function hide() {
    clearTimeout(leaving);
    if (shown) { shown.removeAttribute("aria-describedby"); }
    shown = null;
    bar.hidden = true;
  }

  /** Time to go from the cell to what it tells; then the cell with the focus tells again. */
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(function () {
      var focused = document.activeElement.closest("[data-told]");
      if (focused && !dismissed) { show(focused); } else { hide(); }
    }, 300);
  }

  // One cell of the table is a stop of the Tab key; the arrow keys go on from there.
  var stop = null;

  function stopAt(cell) {
    if (stop) { stop.tabIndex = -1; }
    stop = cell;
    if (stop) { stop.tabIndex = 0; }
  }

  function visibleRows() {
    return Array.from(table.rows).filter(function (row) {
      return !row.hidden && !row.parentNode.hidden && row.querySelector("[data-told]");
    });
  }

  function visibleCells(row) {
    return Array.from(row.cells).filter(function (cell) { return !cell.hidden && cell.dataset.told !== undefined; });
  }

  function firstStop() {
    if (stop && stop.offsetParent) { return; }
    var rows = visibleRows();
    stopAt(rows.length > 1 ? visibleCells(rows[1])[0] : null);
  }

  function go(cell, key, all) {
    var rows = visibleRows();
    var row = rows.indexOf(cell.parentNode);
    var column = visibleCells(cell.parentNode).indexOf(cell);
    var last = visibleCells(cell.parentNode).length - 1;
    var steps = {
      ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1], ArrowUp: [row - 1, column], ArrowDown: [row + 1, column],
      PageUp: [Math.max(0, row - 10), column], PageDown: [Math.min(rows.length - 1, row + 10), column],
      Home: [all ? 0 : row, 0], End: [all ? rows.length - 1 : row, last]
    };
    var step = steps[key];
    return step && rows[step[0]] ? visibleCells(rows[step[0]])[step[1]] || cell : step && cell;
  }

  table.addEventListener("keydown", function (event) {
    var cell = cellOf(event);
    var next = cell && !event.altKey && !event.metaKey && go(cell, event.key, event.ctrlKey);
    if (next) {
      event.preventDefault();
      next.focus({preventScroll: true});
      next.scrollIntoView({block: "nearest", inline: "nearest"});
      place();
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      hide();
      dismissed = true;
    }
  });
  table.addEventListener("focusin", function (event) {
    var cell = cellOf(event);
    if (cell) {
      stopAt(cell);
      show(cell);
    }
  });
  table.addEventListener("focusout", hide);
  table.addEventListener("mouseover", function (event) {
    var cell = cellOf(event);
    var moved = pointer !== (pointer = event.clientX + " " + event.clientY);
    if (!cell) { leave(); } else if (!cell.contains(event.relatedTarget) && (moved || !dismissed)) { show(cell); }
  });
  document.addEventListener("mousemove", function (event) { pointer = event.clientX + " " + event.clientY; });
  table.addEventListener("mouseleave", leave);
  bar.addEventListener("mouseenter", function () { clearTimeout(leaving); });
  bar.addEventListener("mouseleave", leave);
  main.addEventListener("scroll", place);
  window.addEventListener("scroll", place);
  window.addEventListener("resize", place);

  // What stays in place while the table scrolls must not cover the cell with the focus.
  main.style.scrollPaddingTop = table.tHead.offsetHeight + "px";
  main.style.scrollPaddingLeft = heads[0].offsetWidth + "px";

  field.addEventListener("input", function () {
    hide();
    filter();
    firstStop();
  });
  field.closest("p").hidden = false;
  filter();
  firstStop();
})();
