"use strict";
{
    const table = document.querySelector("table");
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const bar = document.querySelector(".bar");
    const input = bar.querySelector("input");
    const output = bar.querySelector("output");
    const select = bar.querySelector("select");
    const reverse = bar.querySelector("button");
    const none = document.querySelector(".none");
    const nothing = none.querySelector("span");
    const tableOrder = [...body.rows];
    // The column that the rows are sorted by; -1 for the table's order.
    let column = -1;
    let isDescending = false;
    const counted = (count) => count === 1 ? "1 code" : `${count} codes`;

    // What is searched: all that a row shows, in lower case, read once.
    let texts;
    const text = (row) => {
        texts ??= new Map(tableOrder.map((row) => [row, [...row.cells].map(cellText).join("\n").toLowerCase()]));
        return texts.get(row);
    };
    const codes = new Map(tableOrder.map((row) => [row.cells[0].textContent.toLowerCase(), row]));
    // Two blocks of a cell are two lines.
    function cellText(cell) {
        const blocks = [...cell.querySelectorAll("b, code, small, em, p, li")];
        return blocks.length ? blocks.map((block) => block.textContent).join("\n") : cell.textContent;
    }

    // ---- Search: every word, somewhere in the row.
    let order = tableOrder;
    let places = new Map(order.map((row, place) => [row, place]));
    let first = [];
    function search() {
        const query = input.value.trim().toLowerCase().replace(/\s+/g, " ");
        const words = query ? query.split(" ") : [];
        const found = [];
        for (const row of order) {
            const isFound = words.every((word) => text(row).includes(word));
            if (row.hidden === isFound) row.hidden = !isFound;
            if (isFound) found.push(row);
        }
        lead(words.length && column < 0 ? meant(query, found) : []);
        none.hidden = found.length > 0;
        nothing.textContent = found.length > 0 ? "" : `No code matches \u201c${input.value.trim()}\u201d.`;
        output.textContent = words.length ? `${found.length} of ${counted(order.length)}` : "";
        highlight(words);
    }
    // What is most likely meant: what is called exactly so, then whose phrase has the words as they were typed. Where
    // that is said of many rows, it says nothing.
    const LEADING_ROWS = 50;
    function meant(query, found) {
        const exact = [];
        const near = [];
        for (const row of found) {
            const called = text(row).split("\n");
            if (called[0] === query || called[1] === query) exact.push(row);
            else if (called[1].includes(query)) near.push(row);
        }
        return [...exact.slice(0, LEADING_ROWS), ...(near.length > LEADING_ROWS ? [] : near)];
    }
    // Puts rows before all others, and those that were there back in their places: the last one first, so that its
    // neighbour is where it belongs.
    function lead(rows) {
        if (rows.length === first.length && rows.every((row, index) => row === first[index])) return;
        const back = [...first].sort((a, b) => places.get(b) - places.get(a));
        for (const row of back) body.insertBefore(row, order[places.get(row) + 1] ?? null);
        body.prepend(...rows);
        first = rows;
    }
    function* shownRows() {
        yield* first;
        for (const row of order) if (!row.hidden && !first.includes(row)) yield row;
    }

    // Marks the words in the rows that come first, where the browser can do it without touching the page.
    const MARKED_ROWS = 200;
    function highlight(words) {
        if (!("highlights" in CSS)) return;
        const ranges = [];
        let rows = 0;
        for (const row of words.length ? shownRows() : []) {
            if (++rows > MARKED_ROWS) break;
            const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const node = walker.currentNode;
                const lower = node.data.toLowerCase();
                // A few letters become more of them in lower case, and places would be off.
                if (lower.length !== node.data.length) continue;
                for (const word of words) {
                    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
                        const range = new Range();
                        range.setStart(node, at);
                        range.setEnd(node, at + word.length);
                        ranges.push(range);
                    }
                }
            }
        }
        CSS.highlights.set("found", new Highlight(...ranges));
    }

    let pending = 0;
    input.addEventListener("input", () => {
        cancelAnimationFrame(pending);
        pending = requestAnimationFrame(search);
    });
    function clear() {
        input.value = "";
        search();
    }
    none.querySelector("button").addEventListener("click", () => { clear(); input.focus(); });
    input.addEventListener("keydown", (event) => {
        if (event.key === "Escape") clear();
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        cancelAnimationFrame(pending);
        search();
        const [row] = shownRows();
        const link = row?.querySelector("th a");
        if (!link) return;
        link.focus({ preventScroll: true });
        link.click();
    });
    document.addEventListener("keydown", (event) => {
        const isTyping = event.target.closest?.("input, select, textarea");
        if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
        event.preventDefault();
        input.focus();
        input.select();
    });

    // ---- Sorting: rising, falling, table order.
    const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
    function keys(column) {
        const head = heads[column];
        const ranks = head.dataset.order && new Map(JSON.parse(head.dataset.order).map((text, rank) => [text, rank]));
        return new Map(tableOrder.map((row) => {
            const shown = cellText(row.cells[column]);
            if (shown === "") return [row, null];
            return [row, ranks ? ranks.get(shown) ?? ranks.size : "number" in head.dataset ? Number(shown) : shown];
        }));
    }
    function sort() {
        order = tableOrder;
        if (column >= 0) {
            const key = keys(column);
            const sign = isDescending ? -1 : 1;
            order = [...tableOrder].sort((a, b) => {
                const [x, y] = [key.get(a), key.get(b)];
                // Rows with nothing there come last, whichever way it goes.
                if (x === null || y === null) return (x === null) - (y === null);
                return sign * (typeof x === "number" ? x - y : collator.compare(x, y));
            });
        }
        heads.forEach((head, index) => {
            if (index === column) head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
            else head.removeAttribute("aria-sort");
        });
        select.value = column >= 0 ? String(column) : "";
        reverse.setAttribute("aria-pressed", String(isDescending));
        reverse.disabled = column < 0;
        first = [];
        places = new Map(order.map((row, place) => [row, place]));
        body.replaceChildren(...order);
        search();
    }
    heads.forEach((head, index) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        button.addEventListener("click", () => {
            if (column !== index) [column, isDescending] = [index, false];
            else if (!isDescending) isDescending = true;
            else [column, isDescending] = [-1, false];
            sort();
        });
        head.append(button);
    });
    select.addEventListener("change", () => {
        [column, isDescending] = [select.value === "" ? -1 : Number(select.value), false];
        sort();
    });
    reverse.addEventListener("click", () => { isDescending = !isDescending; sort(); });
    reverse.disabled = true;

    // ---- Addresses: a row that the search hides is shown when its address is asked for.
    function follow() {
        let row;
        try {
            row = document.getElementById(location.hash.slice(1)) ?? codes.get(decodeURIComponent(location.hash.slice(1)).toLowerCase());
        } catch {
            // Not an address of ours.
        }
        if (row?.parentNode !== body) return;
        if (row.hidden) clear();
        row.scrollIntoView();
    }
    addEventListener("hashchange", follow);

    // Some browsers take rows that are laid out as grids for no rows of a table. Not urgent, and there may be many.
    const roles = (row) => {
        row.role = "row";
        [...row.cells].forEach((cell, index) => { cell.role = index ? "cell" : "rowheader"; });
    };
    const waiting = [...tableOrder];
    const idle = window.requestIdleCallback ?? ((later) => setTimeout(later, 50));
    idle(function some() {
        waiting.splice(0, 500).forEach(roles);
        if (waiting.length) idle(some);
    });

    bar.hidden = false;
    if (location.hash) follow();
}
