"use strict";
{
    const root = document.documentElement;
    root.classList.add("script");
    const tables = [...document.querySelectorAll("table")];
    const bar = document.querySelector(".bar");
    const words = JSON.parse(bar.dataset.words);
    const input = bar.querySelector("input");
    const output = bar.querySelector("output");
    const select = bar.querySelector("select");
    const reverse = bar.querySelector("button");
    const chips = document.querySelector(".chips");
    const none = document.querySelector(".none");
    const nothing = none.querySelector("span");
    const plural = new Intl.PluralRules(root.lang);
    const number = new Intl.NumberFormat(root.lang, { useGrouping: false });
    const filled = (text, parts) => text.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
    const counted = (count) => `${number.format(count)} ${plural.select(count) === "one" ? words.code : words.codes}`;

    // ---- What a row shows. The labels are text, so that a selection has them where they are seen.
    const valueOf = (cell) => {
        const label = cell.firstElementChild?.className === "label" ? cell.firstElementChild.textContent.length : 0;
        return cell.textContent.slice(label);
    };
    // Two blocks of a cell are two lines.
    function cellText(cell) {
        const blocks = [...cell.querySelectorAll("b, code, small span, em, p, li")];
        return blocks.length ? blocks.map((block) => block.textContent).join("\n") : valueOf(cell);
    }
    const headsOf = tables.map((table) => [...table.tHead.rows[0].cells]);
    const labelsOf = headsOf.map((heads) => heads.map((head) => head.textContent));
    const FACTS = headsOf.map((heads) => heads.findIndex((head, index) => index > 1 && !("texts" in head.dataset)));

    // ---- Texts as they are compared: case, accents, dashes and curly quotes do not count.
    const plain = /^[\x00-\x7f]*$/;
    function fold(text) {
        if (!plain.test(text)) {
            text = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[\u2010-\u2015\u2212]/g, "-")
                .replace(/[\u2018-\u201b\u2032]/g, "'").replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, "\"")
                .replace(/[\u00df\u1e9e]/g, "ss").replace(/\u0131/g, "i");
        }
        return text.toLowerCase().replace(/[^\S\n]+/g, " ");
    }
    const split = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const humps = (name) => name.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2");

    const rows = [];
    tables.forEach((table, index) => {
        for (const row of table.tBodies[0].rows) rows.push({ row, table: index, index: rows.length, isSeen: true });
    });
    const recordOf = new Map(rows.map((record) => [record.row, record]));
    // What is searched, read once: what a row is called, and all that it says.
    const index = { codes: new Map(), numbers: new Map(), called: new Map(), longest: 1 };
    let known = 0;
    function read(count = rows.length) {
        const put = (map, key, record) => {
            if (!key) return;
            const all = map.get(key);
            if (!all) map.set(key, [record]);
            else if (!all.includes(record)) all.push(record);
        };
        for (const end = Math.min(known + count, rows.length); known < end; known++) {
            const record = rows[known];
            const { row, table } = record;
            const labels = labelsOf[table];
            const cells = [...row.cells];
            const code = cells[0].textContent;
            record.code = fold(code);
            record.phrase = fold(row.querySelector("b").textContent);
            const names = [record.phrase];
            for (const name of cells[1].querySelectorAll("code")) names.push(name.textContent);
            for (const name of cells[1].querySelectorAll("small span")) names.push(fold(name.textContent));
            put(index.codes, record.code, record);
            const exact = numberOf(record.code);
            if (exact !== null && "bare" in tables[table].dataset) {
                // The sheet has the digits without 0x: `16` is 0x10, and no decimal.
                [record.number, record.isBare] = [exact, true];
                put(index.numbers, `0x${exact.toString(16)}`, record);
            } else if (exact !== null && "number" in headsOf[table][0].dataset) {
                record.number = exact;
                put(index.numbers, String(exact), record);
                // A negative code is written as its bits.
                const { bits } = tables[table].dataset;
                if (bits) put(index.numbers, String(BigInt.asIntN(Number(bits), exact)), record);
            }
            for (const name of names) {
                const parts = split(fold(humps(name)));
                if (parts.length > index.longest) index.longest = parts.length;
                put(index.called, parts.join(" "), record);
                put(index.called, parts.join(""), record);
            }
            const parts = split(record.code);
            if (parts.length > 1) {
                if (parts.length > index.longest) index.longest = parts.length;
                put(index.called, parts.join(" "), record);
            }
            const texts = [code];
            for (let at = 1; at < cells.length; at++) {
                const text = cellText(cells[at]);
                if (text) texts.push(FACTS[table] >= 0 && at >= FACTS[table] ? `${labels[at]}:${text}` : text);
            }
            record.text = fold(texts.join("\n"));
        }
        return index;
    }
    // The rows of a number: as it is, and where a sheet writes hexadecimal codes without 0x.
    function numbered(text) {
        const { numbers } = read();
        const digits = digitsOf(text);
        return numbers.get(String(numberOf(text))) ?? (digits === null ? undefined : numbers.get(`0x${digits.toString(16)}`));
    }
    function digitsOf(text) {
        const digits = /^(?:0x)?([0-9a-f]+)$/.exec(text);
        return digits && BigInt(`0x${digits[1]}`);
    }
    function numberOf(text) {
        const hex = /^([+-]?)0x([0-9a-f]+)$/.exec(text);
        if (hex) return hex[1] === "-" ? -BigInt(`0x${hex[2]}`) : BigInt(`0x${hex[2]}`);
        return /^[+-]?(0|[1-9]\d*)$/.test(text) ? BigInt(text) : null;
    }

    // ---- Codes as people paste them: `[E1001]`, `#1001`, `code=1001`, `error: 404`, `HTTP/1.1 404 Not Found`.
    const KINDS = new Set(("alarm alert code codes err errno error errors event exit fault faults fehler grpc hresult http https id " +
        "message msg no nr num number sqlstate state status warn warning").split(" "));
    for (const label of labelsOf.flatMap((labels) => labels.slice(0, 1))) split(fold(label)).forEach((word) => KINDS.add(word));
    for (const caption of document.querySelectorAll("h1, h2, caption")) {
        split(fold(humps(caption.textContent))).forEach((word) => { if (word.length > 3) KINDS.add(word); });
    }
    const EDGES = /^[\s"'`([{<#=:;,.!?*|]+|[\s"'`)\]}>=:;,.!?*|]+$/g;
    const bare = (token) => token.replace(EDGES, "");
    // The rows of a code, and whether it is a plain number, which may be anything in a log.
    function codesOf(token) {
        const { codes } = read();
        for (const text of [token, bare(token)]) {
            const known = codes.get(text);
            const found = known ?? numbered(text);
            // `dead` may be a code of hexadecimal digits, and is a word.
            if (found) return { found, isBare: /^\d+$/.test(token) || (!known && /^[0-9a-f]+$/.test(token)) };
        }
        const glued = /^(?:[\w./-]*[=:#/]|[a-z]+[-_]?)(0x[0-9a-f]+|\d+|[\w-]*\d[\w-]*)$/.exec(bare(token));
        if (!glued) return null;
        const found = codes.get(glued[1]) ?? numbered(glued[1]);
        // `retries=101` has a number of its own.
        const key = /^([\w./-]+)[=:]/.exec(bare(token));
        return found ? { found, isBare: key !== null && !saysCode(key[1]) } : null;
    }
    // `fault_code`, `errorcode`
    function saysCode(word) {
        const last = word.split(/[_.-]/).pop();
        return KINDS.has(last) || [...KINDS].some((kind) => kind.length > 3 && last.endsWith(kind));
    }
    // The codes of an address: of its path, or else of what is asked of it.
    function addressed(query) {
        const [, rest] = /^https?:\/\/[^\s/?#]*(\S*)$/.exec(query) ?? [];
        if (!rest) return [];
        const of = (text) => text.split(/[/?#&=:]/).flatMap((part) => {
            return codesOf(part)?.found ?? codesOf(part.replace(/\.\w+$/, ""))?.found ?? [];
        });
        const path = of(/^[^?#]*/.exec(rest)[0]);
        return path.length ? path : of(rest);
    }
    // Those that are called exactly so.
    function called(query) {
        const { called } = read();
        const parts = split(query);
        const named = [...called.get(parts.join(" ")) ?? [], ...called.get(parts.join("")) ?? []];
        const tokens = query.split(" ");
        // `64h`, as some write hexadecimal.
        const hex = /^([0-9a-f]+)h$/.exec(query);
        const codes = codesOf(query)?.found ?? (hex && numbered(`0x${hex[1]}`)) ?? [...spoken(tokens), ...addressed(query)];
        return [...new Set([...codes, ...named])];
    }
    // A code after words that only say what it is, and perhaps before its phrase.
    function spoken(tokens) {
        if (tokens.length > 16) return [];
        for (let at = 0; at < tokens.length; at++) {
            const before = tokens.slice(0, at).flatMap((token) => split(token));
            const areKinds = tokens.slice(0, at).every((token) => {
                const word = bare(token);
                return KINDS.has(word) || /^https?\/\d(\.\d)?$/.test(word) || word === "";
            });
            if (!areKinds) return [];
            const codes = codesOf(tokens[at]);
            if (!codes) continue;
            const after = split(tokens.slice(at + 1).join(" ")).join("");
            const found = codes.found.filter((record) => {
                return after === "" || after === split(record.phrase).join("") || (read().called.get(after) ?? []).includes(record);
            });
            if (found.length && (before.length || after || tokens.length === 1)) return found;
        }
        return [];
    }
    // `4xx`, `08*`, `100-102`, `100, 102`.
    function pattern(query) {
        const tests = [];
        for (const part of query.replace(/ to /g, "-").split(",").map((part) => part.trim())) {
            const range = /^(\S+?)(?:-|\.\.=?)(\S+)$/.exec(part);
            const between = (of) => {
                const [least, most] = range ? [of(range[1]), of(range[2])] : [null, null];
                return least !== null && most !== null && least <= most ? [least, most] : null;
            };
            const [decimal, digits] = [between(numberOf), between(digitsOf)];
            const any = /^([0-9a-z]*?)(x+|\*)$/.exec(part);
            const exact = codesOf(part);
            if (decimal || (digits && rows.some((record) => record.isBare))) {
                tests.push((record) => {
                    const ends = record.isBare ? digits : decimal;
                    return ends !== null && record.number !== undefined && record.number >= ends[0] && record.number <= ends[1];
                });
            } else if (any && any[1] && /\d/.test(any[1])) {
                const [, begin, rest] = any;
                tests.push((record) => record.code.startsWith(begin) && (rest === "*" || record.code.length === part.length));
            } else if (exact && query.includes(",")) {
                tests.push((record) => exact.found.includes(record));
            } else {
                return null;
            }
        }
        return tests.length ? (record) => tests.some((test) => test(record)) : null;
    }

    // ---- Search: what is called so, then what has all words.
    const LEADING_ROWS = 50;
    const CLOSEST_ROWS = 50;
    function needlesOf(query) {
        const needles = [];
        const rest = query.replace(/"([^"]+)"/g, (_, phrase) => { needles.push(phrase.trim()); return " "; });
        for (const token of rest.split(" ")) {
            const word = bare(token);
            if (word) needles.push(word);
        }
        // Nothing but punctuation is looked for as it is.
        if (!needles.length) needles.push(...rest.split(" ").filter(Boolean));
        return needles.filter(Boolean);
    }
    // Returns the records, those that come first, what is to be marked, and whether all this is only near.
    function find(raw) {
        const query = fold(raw).trim().replace(/\s+/g, " ");
        if (!query) return { found: rows, lead: [], needles: [], isClose: false };
        read();
        const needles = needlesOf(query);
        const first = called(query);
        const exact = new Set(first);
        const test = pattern(query);
        const found = [];
        const begins = [];
        const contains = [];
        const phrase = query.replaceAll("\"", "");
        // A long word is in few rows.
        const [rarest, ...others] = [...needles].sort((a, b) => b.length - a.length);
        for (const record of rows) {
            const { text } = record;
            let has = text.includes(rarest);
            if (has) for (const needle of others) if (!text.includes(needle)) { has = false; break; }
            if (!has && !(exact.size && exact.has(record)) && !test?.(record)) continue;
            found.push(record);
            // Of many, none comes first.
            if (!has || begins.length + contains.length > LEADING_ROWS || (exact.size && exact.has(record))) continue;
            const at = record.phrase.indexOf(phrase);
            if (at === 0) begins.push(record);
            else if (at > 0) contains.push(record);
        }
        if (found.length) {
            const near = begins.length + contains.length > LEADING_ROWS ? [] : [...begins, ...contains];
            return { found, lead: [...first.slice(0, LEADING_ROWS), ...near], needles, isClose: false };
        }
        const close = closest(query);
        return { found: close, lead: close, needles: split(query), isClose: close.length > 0 };
    }
    // Dates, times, addresses and versions have numbers in them that are no codes.
    const NO_CODES = [/\d{4}-\d\d?-\d\d?(t[\d:.+z-]*)?/g, /\d\d?:\d\d(:\d\d)?([.,]\d+)?/g, /\d+(\.\d+){1,}/g, /\d\d?\/\d\d?\/\d{2,4}/g];
    function closest(query) {
        const { called } = read();
        const longest = Math.min(index.longest, 12);
        const keys = new Map();
        const numbers = new Map();
        const put = (map, record, length) => map.set(record, Math.max(map.get(record) ?? 0, length));
        let text = query.slice(0, 4000);
        // A code that is itself written so counts.
        for (const token of text.split(/[\s,;|]+/)) {
            const codes = codesOf(token);
            if (codes && !codes.isBare && !/^\d+$/.test(bare(token))) codes.found.forEach((record) => put(keys, record, bare(token).length));
        }
        for (const no of NO_CODES) text = text.replace(no, " \u0000 ");
        const tokens = text.match(/\u0000|[\p{L}\p{N}_]+/gu) ?? [];
        const parts = text.match(/\u0000|[\p{L}\p{N}]+/gu) ?? [];
        for (let at = 0; at < parts.length; at++) {
            for (let count = Math.min(longest, parts.length - at); count > 0; count--) {
                const key = parts.slice(at, at + count).join(" ");
                // One short word is part of any sentence.
                if (count === 1 && (KINDS.has(key) || key.length < 3 || /^\d+$/.test(key))) continue;
                called.get(key)?.forEach((record) => put(keys, record, key.length));
            }
        }
        tokens.forEach((token, at) => {
            const codes = codesOf(token);
            if (!codes) return;
            const isSaid = !codes.isBare || (at > 0 && saysCode(tokens[at - 1]));
            codes.found.forEach((record) => put(isSaid ? keys : numbers, record, token.length));
        });
        const named = keys.size ? keys : numbers;
        if (named.size) return ranked(named);

        // What a word begins with counts, and of a short one all of it. What most rows have says nothing.
        const asked = [...new Set(split(query))].filter((word) => word.length > 1).slice(0, 40);
        const searched = asked.map((word) => [word, rowsOf(word)])
            .filter(([, found]) => rows.length <= 20 || found.length * 2 < rows.length);
        const matched = counts(searched.map(([, found]) => found));
        const best = bestOf(matched);
        const long = searched.map(([word]) => word).filter((word) => [...word].length >= 4);
        if (!long.length || (best.length && best.length <= CLOSEST_ROWS)) return best.slice(0, CLOSEST_ROWS);
        const near = counts(long.map(rowsNear));
        if (!best.length) return bestOf(near).slice(0, CLOSEST_ROWS);
        return best.sort((a, b) => near[b.index] - near[a.index]).slice(0, CLOSEST_ROWS);
    }
    function ranked(scores) {
        const all = [...scores].sort(([, a], [, b]) => b - a).slice(0, CLOSEST_ROWS);
        return all.map(([record]) => record);
    }
    // How many of some lists each row is in, and the rows that are in most.
    function counts(lists) {
        const all = new Uint8Array(rows.length);
        for (const list of lists) for (const at of list) all[at]++;
        return all;
    }
    function bestOf(all) {
        const best = all.reduce((most, count) => Math.max(most, count), 1);
        const found = [];
        all.forEach((count, at) => { if (count === best) found.push(rows[at]); });
        return found;
    }

    // ---- Words, each with the places of the rows that have it; read once.
    const vocabulary = new Map();
    let ordered = null;
    let byLength = null;
    let learnt = 0;
    function learn(count = rows.length) {
        read();
        for (const end = Math.min(learnt + count, rows.length); learnt < end; learnt++) {
            for (const word of new Set(split(rows[learnt].text))) {
                const all = vocabulary.get(word);
                if (all) all.push(learnt);
                else vocabulary.set(word, [learnt]);
            }
        }
        if (learnt < rows.length || ordered) return;
        ordered = [...vocabulary.keys()].sort();
        byLength = [];
        for (const word of ordered) if (word.length > 2 && /^\p{L}+$/u.test(word)) (byLength[word.length] ??= []).push(word);
    }
    // The places of the rows of several words, each once.
    function placesOf(all) {
        if (all.length === 1) return vocabulary.get(all[0]);
        return [...new Set(all.flatMap((word) => vocabulary.get(word)))];
    }
    function rowsOf(word) {
        learn();
        if (word.length < 4) return vocabulary.get(word) ?? [];
        let [least, most] = [0, ordered.length];
        while (least < most) {
            const middle = (least + most) >> 1;
            if (ordered[middle] < word) least = middle + 1;
            else most = middle;
        }
        while (most < ordered.length && ordered[most].startsWith(word)) most++;
        return placesOf(ordered.slice(least, most));
    }
    function rowsNear(word) {
        const near = [word.length - 1, word.length, word.length + 1].flatMap((length) => byLength[length] ?? []);
        return placesOf(near.filter((other) => isNear(word, other)));
    }
    // A letter more, less or other, or two that are swapped.
    function isNear(a, b) {
        if (Math.abs(a.length - b.length) > 1 || a === b) return false;
        const most = Math.max(a.length, b.length);
        const least = Math.min(a.length, b.length);
        let begin = 0;
        while (begin < least && a[begin] === b[begin]) begin++;
        let end = 0;
        while (end < least - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
        const others = most - begin - end;
        return others === 1 || (others === 2 && a.length === b.length && a[begin] === b[begin + 1] && a[begin + 1] === b[begin]);
    }

    // ---- Chips: one of each group has to fit.
    const MAX_CHIPS = 12;
    const groups = [];
    function makeChips() {
        const byLabel = new Map();
        const group = (label, order) => {
            if (!byLabel.has(label)) byLabel.set(label, { label, order: order ?? [], values: new Map(), pressed: new Set(), of: new Map(), key: byLabel.size });
            return byLabel.get(label);
        };
        tables.forEach((table, at) => headsOf[at].forEach((head, column) => {
            if (!("chips" in head.dataset)) return;
            const order = head.dataset.order && JSON.parse(head.dataset.order);
            const made = group(labelsOf[at][column], order);
            for (const record of rows) {
                if (record.table !== at) continue;
                const value = valueOf(record.row.cells[column]);
                if (value === "") continue;
                made.of.set(record, value);
                made.values.set(value, 0);
            }
        }));
        const retired = rows.filter((record) => record.row.querySelector("em"));
        if (retired.length && retired.length < rows.length) {
            const made = group(null);
            made.values.set(words.deprecated, 0);
            for (const record of retired) made.of.set(record, words.deprecated);
        }
        for (const made of byLabel.values()) {
            if (made.label !== null && made.values.size < 2) continue;
            const values = [...made.values.keys()];
            values.sort((a, b) => (made.order.indexOf(a) + 1 || 1e9) - (made.order.indexOf(b) + 1 || 1e9));
            made.values = new Map(values.map((value) => [value, null]));
            // The place of a row's value among them; counting by places is quick.
            const places = new Map(values.map((value, place) => [value, place]));
            made.places = new Int32Array(rows.length).fill(-1);
            rows.forEach((record, at) => { if (made.of.has(record)) made.places[at] = places.get(made.of.get(record)); });
            groups.push(made);
            chips.append(made.values.size > MAX_CHIPS ? list(made) : buttons(made));
        }
        chips.hidden = !groups.length;
    }
    function buttons(made) {
        const box = document.createElement("div");
        box.className = "group";
        if (made.label !== null) {
            box.role = "group";
            const label = document.createElement("span");
            label.id = `%chips${groups.length}`;
            label.textContent = made.label;
            box.setAttribute("aria-labelledby", label.id);
            box.append(label);
        }
        for (const value of made.values.keys()) {
            const button = document.createElement("button");
            button.type = "button";
            const count = document.createElement("span");
            button.append(`${value} `, count);
            button.addEventListener("click", () => {
                if (!made.pressed.delete(value)) made.pressed.add(value);
                changed();
            });
            made.values.set(value, (shown, isPressed) => {
                count.textContent = number.format(shown);
                button.setAttribute("aria-pressed", String(isPressed));
            });
            box.append(button);
        }
        return box;
    }
    function list(made) {
        const label = document.createElement("label");
        label.className = "group";
        const choice = document.createElement("select");
        choice.append(new Option(words.all, ""));
        label.append(`${made.label} `, choice);
        for (const value of made.values.keys()) {
            const option = new Option(value, value);
            choice.append(option);
            made.values.set(value, (shown, isPressed) => {
                option.textContent = `${value} (${number.format(shown)})`;
                option.selected = isPressed;
            });
        }
        choice.addEventListener("change", () => {
            made.pressed.clear();
            if (choice.value) made.pressed.add(choice.value);
            changed();
        });
        return label;
    }
    function filter(found) {
        const pressed = groups.filter((made) => made.pressed.size);
        for (const made of pressed) {
            made.fits = new Set();
            [...made.values.keys()].forEach((value, place) => { if (made.pressed.has(value)) made.fits.add(place); });
        }
        for (const made of groups) {
            const others = pressed.filter((other) => other !== made);
            const counts = new Int32Array(made.values.size);
            for (const record of found) {
                const place = made.places[record.index];
                if (place < 0) continue;
                if (!others.length || others.every((other) => other.fits.has(other.places[record.index]))) counts[place]++;
            }
            let place = 0;
            for (const [value, show] of made.values) show(counts[place++], made.pressed.has(value));
        }
        return pressed.length ? found.filter((record) => pressed.every((made) => made.fits.has(made.places[record.index]))) : found;
    }

    // ---- What is seen.
    let orders = tables.map((_, at) => rows.filter((record) => record.table === at));
    const tableOrders = orders;
    let places = new Map();
    let leads = tables.map(() => []);
    let sortedBy = "";
    let isDescending = false;
    function place() {
        places = new Map();
        for (const order of orders) order.forEach((record, at) => places.set(record, at));
    }
    function search() {
        const raw = input.value.trim();
        const result = find(raw);
        const found = filter(result.found);
        const shown = new Uint8Array(rows.length);
        const counts = new Int32Array(tables.length);
        for (const record of found) {
            shown[record.index] = 1;
            counts[record.table]++;
        }
        for (const record of rows) {
            const isSeen = shown[record.index] === 1;
            if (record.isSeen === isSeen) continue;
            record.isSeen = isSeen;
            record.row.hidden = !isSeen;
        }
        const leading = sortedBy ? [] : result.lead.filter((record) => record.isSeen);
        tables.forEach((table, at) => lead(at, leading.filter((record) => record.table === at)));
        tables.forEach((table, at) => {
            (table.closest("section") ?? table).hidden = counts[at] === 0 && found.length < rows.length;
        });
        none.hidden = found.length > 0;
        nothing.textContent = found.length > 0 ? "" : filled(words.none, { query: raw });
        const isFiltered = raw !== "" || found !== rows;
        const sentence = result.isClose ? words.closest : words.of;
        output.textContent = isFiltered ? filled(sentence, { found: number.format(found.length), all: counted(rows.length) }) : "";
        // What is found is seen first.
        clearTimeout(marking);
        marking = setTimeout(highlight, 0, result.needles);
    }
    // Puts rows before all others, and those that were there back in their places: the last one first, so that its
    // neighbour is where it belongs.
    function lead(at, records) {
        const first = leads[at];
        if (records.length === first.length && records.every((record, index) => record === first[index])) return;
        const [order, body] = [orders[at], tables[at].tBodies[0]];
        const back = [...first].sort((a, b) => places.get(b) - places.get(a));
        for (const record of back) body.insertBefore(record.row, order[places.get(record) + 1]?.row ?? null);
        body.prepend(...records.map((record) => record.row));
        leads[at] = records;
    }
    function* shownRows() {
        for (const [at, order] of orders.entries()) {
            yield* leads[at];
            for (const record of order) if (record.isSeen && !leads[at].includes(record)) yield record;
        }
    }

    // Marks the words in the rows that come first, where the browser can do it without touching the page.
    const MARKED_ROWS = 200;
    let marking = 0;
    function highlight(needles) {
        if (!("highlights" in CSS)) return;
        const ranges = [];
        let count = 0;
        for (const { row } of needles.length ? shownRows() : []) {
            if (++count > MARKED_ROWS) break;
            const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const node = walker.currentNode;
                const lower = fold(node.data);
                // A few letters become more of them when they are folded, and places would be off.
                if (lower.length !== node.data.length || node.parentNode.localName === "button") continue;
                for (const word of needles) {
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

    // ---- The address has what is set, and nothing else.
    function remember() {
        const state = new URLSearchParams();
        if (input.value.trim()) state.set("q", input.value.trim());
        if (sortedBy) state.set("sort", sortedBy);
        if (sortedBy && isDescending) state.set("desc", "");
        for (const made of groups) {
            for (const value of made.pressed) state.append("chip", made.label === null ? value : `${made.label}:${value}`);
        }
        const query = state.toString().replace(/\bdesc=(?=&|$)/, "desc");
        const address = location.pathname + (query && `?${query}`) + location.hash;
        try {
            history.replaceState(history.state, "", address);
        } catch {
            // Some browsers allow no other address here.
        }
    }
    function recall() {
        const state = new URLSearchParams(location.search);
        input.value = state.get("q") ?? "";
        const wanted = state.get("sort") ?? "";
        sortedBy = labelsOf.some((labels) => labels.includes(wanted)) ? wanted : "";
        isDescending = sortedBy !== "" && state.has("desc");
        for (const made of groups) {
            for (const value of made.values.keys()) {
                if (state.getAll("chip").includes(made.label === null ? value : `${made.label}:${value}`)) made.pressed.add(value);
            }
        }
    }
    // After what is found is seen: some browsers take their time.
    let remembering = 0;
    function changed() {
        search();
        clearTimeout(remembering);
        remembering = setTimeout(remember);
    }

    let pending = 0;
    input.addEventListener("input", () => {
        cancelAnimationFrame(pending);
        pending = requestAnimationFrame(changed);
    });
    function clear() {
        input.value = "";
        groups.forEach((made) => made.pressed.clear());
        changed();
    }
    none.querySelector("button").addEventListener("click", () => { clear(); input.focus(); });
    input.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
            input.value = "";
            changed();
        }
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        cancelAnimationFrame(pending);
        changed();
        const [record] = shownRows();
        const link = record?.row.querySelector("th a");
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

    // ---- Sorting: rising, falling, table order. Tables that have no such column stay as they are.
    const collator = new Intl.Collator(root.lang, { numeric: true, sensitivity: "base" });
    // The place of each row among the keys of a column, found out once: rows with the same key have the same place.
    const ranks = new Map();
    function ranksOf(at, column) {
        const known = ranks.get(`${at} ${column}`);
        if (known) return known;
        const head = headsOf[at][column];
        const listed = head.dataset.order && new Map(JSON.parse(head.dataset.order).map((text, rank) => [text, rank]));
        const isNumber = "number" in head.dataset;
        const keys = [];
        for (const record of tableOrders[at]) {
            const cell = record.row.cells[column];
            const shown = column === 0 ? cell.textContent : column === 1 || "texts" in head.dataset ? cellText(cell) : valueOf(cell);
            if (shown !== "") keys.push([listed ? listed.get(shown) ?? listed.size : isNumber ? Number(shown) : shown, record]);
        }
        const compare = listed || isNumber ? ([a], [b]) => a - b : ([a], [b]) => collator.compare(a, b);
        keys.sort(compare);
        const found = new Map();
        keys.forEach((key, place) => {
            const before = keys[place - 1];
            found.set(key[1], place && compare(before, key) === 0 ? found.get(before[1]) : place);
        });
        ranks.set(`${at} ${column}`, found);
        return found;
    }
    function sorted(at, column) {
        const found = ranksOf(at, column);
        // Rows with nothing there come last, whichever way it goes.
        const last = rows.length;
        const pairs = tableOrders[at].map((record) => {
            const place = found.get(record);
            return [place === undefined ? last : isDescending ? -place : place, record];
        });
        return pairs.sort(([a], [b]) => a - b).map(([, record]) => record);
    }
    function sort() {
        orders = tables.map((table, at) => {
            const column = sortedBy ? labelsOf[at].indexOf(sortedBy) : -1;
            headsOf[at].forEach((head, index) => {
                if (index === column) head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
                else head.removeAttribute("aria-sort");
            });
            const order = column < 0 ? tableOrders[at] : sorted(at, column);
            if (order !== orders[at] || leads[at].length) table.tBodies[0].replaceChildren(...order.map((record) => record.row));
            return order;
        });
        select.value = sortedBy;
        reverse.setAttribute("aria-pressed", String(isDescending));
        reverse.disabled = !sortedBy;
        leads = tables.map(() => []);
        place();
        search();
    }
    headsOf.forEach((heads, at) => heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        button.addEventListener("click", () => {
            const label = labelsOf[at][column];
            if (sortedBy !== label) [sortedBy, isDescending] = [label, false];
            else if (!isDescending) isDescending = true;
            else [sortedBy, isDescending] = ["", false];
            sort();
            remember();
        });
        head.append(button);
    }));
    select.addEventListener("change", () => {
        [sortedBy, isDescending] = [select.value, false];
        sort();
        remember();
    });
    reverse.addEventListener("click", () => {
        isDescending = !isDescending;
        sort();
        remember();
    });

    // ---- Addresses: `#100`, `#0x64`, `#DoorForced`, `#door-forced`. A row that the search hides is shown when its
    // address is asked for.
    function follow() {
        document.querySelector(".here")?.classList.remove("here");
        const hash = location.hash.slice(1);
        if (!hash) return;
        let record = recordOf.get(document.getElementById(hash)?.closest("tr"));
        if (!record) {
            let typed;
            try {
                typed = fold(decodeURIComponent(hash));
            } catch {
                return;
            }
            const { codes, called } = read();
            const key = split(fold(humps(decodeURIComponent(hash)))).join("");
            [record] = codes.get(typed) ?? numbered(typed) ?? called.get(key) ?? [];
        }
        if (!record) return;
        if (!record.isSeen) clear();
        record.row.classList.add("here");
        record.row.scrollIntoView();
    }
    addEventListener("hashchange", follow);

    // ---- Cards: a button that copies one as text.
    function cardText(record) {
        const { row, table } = record;
        const cells = [...row.cells];
        const labels = labelsOf[table];
        const lines = [`${cells[0].textContent} ${row.querySelector("b").textContent}`];
        for (const part of cells[1].querySelectorAll("code, small, em")) lines.push(part.textContent);
        cells.forEach((cell, at) => {
            if (at < 2) return;
            const tips = cell.querySelector("ul");
            if (cell.querySelector("p, ul")) {
                for (const line of cell.querySelectorAll(":scope > p")) lines.push(line.textContent);
                const steps = tips ? [...tips.querySelectorAll("li")].map((step) => step.textContent) : [];
                const label = tables[table].dataset.tips;
                if (steps.length === 1) lines.push(`${label}: ${steps[0]}`);
                else if (steps.length) lines.push(`${label}:`, ...steps);
            } else if (valueOf(cell)) {
                lines.push(`${labels[at]}: ${valueOf(cell)}`);
            }
        });
        lines.push(new URL(row.querySelector("th a").getAttribute("href"), location.href.replace(/[?#].*/s, "")).href);
        return lines.join("\n");
    }
    async function copy(record, button) {
        try {
            await navigator.clipboard.writeText(cardText(record));
            button.textContent = words.copied;
            setTimeout(() => { button.textContent = words.copy; }, 1500);
        } catch {
            getSelection().selectAllChildren(record.row);
        }
    }
    // Labels, the button, and roles: some browsers take rows that are laid out as grids for no rows of a table. Not
    // urgent, and there may be many.
    function finish(record) {
        const { row, table } = record;
        const labels = labelsOf[table];
        row.role = "row";
        [...row.cells].forEach((cell, at) => {
            cell.role = at ? "cell" : "rowheader";
            if (at < 2) return;
            const tips = cell.querySelector("ul");
            if (tips) {
                const label = document.createElement("i");
                label.textContent = `${tables[table].dataset.tips}:`;
                tips.before(label);
            } else if (FACTS[table] >= 0 && at >= FACTS[table] && cell.hasChildNodes()) {
                const label = document.createElement("span");
                label.className = "label";
                label.textContent = `${labels[at]}: `;
                cell.prepend(label);
            }
        });
        const button = document.createElement("button");
        button.type = "button";
        button.className = "copy";
        button.textContent = words.copy;
        button.setAttribute("aria-label", `${words.copy} ${row.cells[0].textContent}`);
        button.addEventListener("click", () => copy(record, button));
        row.cells[1].append(button);
        // Between code and phrase when a row is selected, wherever they stand.
        const gap = document.createElement("span");
        gap.className = "gap";
        gap.textContent = " ";
        row.cells[1].prepend(gap);
    }
    makeChips();
    recall();
    const waiting = [...rows];
    const idle = window.requestIdleCallback ?? ((later) => setTimeout(later, 50));
    const SOME = 500;
    waiting.splice(0, SOME).forEach(finish);
    // What is not urgent, a part after the other: how rows are finished, what is searched, its words.
    function some() {
        if (waiting.length) waiting.splice(0, SOME).forEach(finish);
        else if (known < rows.length) read(SOME);
        else if (!ordered) learn(SOME);
        else return;
        idle(some);
    }
    idle(some);

    bar.hidden = false;
    place();
    if (sortedBy) sort();
    else {
        reverse.disabled = true;
        search();
    }
    if (location.hash) follow();
}
