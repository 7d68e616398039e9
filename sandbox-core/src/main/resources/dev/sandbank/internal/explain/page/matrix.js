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

  function tell(event) {
    var cell = event.target.closest("td");
    var bar = document.querySelector(".told");
    bar.hidden = !cell;
    if (cell) {
      var row = cell.parentNode;
      var operation = row.parentNode.rows[0].querySelector("b").textContent;
      var who = heads[cell.cellIndex].querySelector(".id").textContent;
      bar.textContent = [who, operation, row.cells[0].textContent, cell.title].join(" · ");
    }
  }

  document.addEventListener("click", tell);
  field.addEventListener("input", filter);
  field.closest("p").hidden = false;
  filter();
})();
