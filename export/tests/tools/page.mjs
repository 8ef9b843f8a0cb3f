// The HTML pages in Chromium: what a reader types, clicks and prints, and what a hostile cell may not do.
// node page.mjs FORMATS SEARCH WORK: FORMATS has what `cargo test -p status-docs-export` wrote, SEARCH the list of cases
// that the command's search has too, WORK has node_modules and gets the screenshots and the picture of the README.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [formats, searches, work] = process.argv.slice(2).map((folder) => path.resolve(folder));
const installed = createRequire(path.join(work, "package.json"));
const { chromium } = installed("playwright-core");
const AXE = fs.readFileSync(installed.resolve("axe-core/axe.min.js"), "utf8");

const DESKTOP = { width: 1200, height: 900 };
const PHONE = { width: 390, height: 844 };
const MAX_PICTURE = 200 * 1024;

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
});

// A page that reports errors of its scripts, what its policy refused, dialogs, and whatever it asks of the network.
async function open(name, { hash = "", viewport = DESKTOP, ...options } = {}) {
    const page = await browser.newPage({ viewport, ...options });
    page.trouble = [];
    page.on("pageerror", (error) => page.trouble.push(`error: ${error.message}`));
    page.on("console", (message) => page.trouble.push(`console: ${message.text()}`));
    page.on("dialog", (dialog) => { page.trouble.push(`dialog: ${dialog.message()}`); return dialog.dismiss(); });
    page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) page.trouble.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(path.join(formats, `${name}.html`)).href + hash);
    return page;
}

async function close(page) {
    assert.deepEqual(page.trouble, [], page.url());
    await page.close();
}

const frames = (page) => page.evaluate(() => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
}));

// The codes of the rows that are seen, in the order in which they are.
const seen = (page) => page.evaluate(() => [...document.querySelectorAll("tbody tr")]
    .filter((row) => row.getClientRects().length > 0).map((row) => row.cells[0].textContent));

async function type(page, words) {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    await frames(page);
}

async function search() {
    const page = await open("http");
    const said = () => page.locator("output").textContent();
    await type(page, "404");
    assert.deepEqual(await seen(page), ["404"]);
    // All words, in any order; what is called so comes first.
    await type(page, "found not");
    assert.deepEqual((await seen(page)).sort(), ["302", "404"]);
    await type(page, "NOT found");
    assert.deepEqual(await seen(page), ["404", "302"]);
    assert.equal(await said(), "2 of 62 codes");
    // Words of the definition and of the tips, another phrase, a name in code, letters with a meaning elsewhere.
    for (const [words, code] of [
        ["offers no redirect", "404"], ["firmware may be untested", "404"], ["payload too large", "413"],
        ["imateapot", "418"], ["i'm a teapot", "418"],
    ]) {
        await type(page, words);
        assert.equal((await seen(page))[0], code, words);
    }
    // No row has both: the one that has the code is nearest.
    await type(page, "404 teapot");
    assert.deepEqual(await seen(page), ["404"]);
    assert.equal(await said(), "closest: 1 of 62 codes");
    for (const words of ["zzyzx", ".*", "[", "\\"]) {
        await type(page, words);
        assert.deepEqual(await seen(page), [], words);
        assert.match(await page.locator(".none").innerText(), /^No code matches/);
    }
    await page.locator(".none button").click();
    assert.equal((await seen(page)).length, 62);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "INPUT");
    // The rows that came first are back in their places.
    assert.deepEqual(await seen(page), await page.evaluate(() => [...document.querySelectorAll("tbody th")]
        .map((cell) => cell.textContent).sort((a, b) => a - b)));
    // Escape clears, Enter goes to the first row.
    await type(page, "teapot");
    await page.keyboard.press("Escape");
    assert.equal((await seen(page)).length, 62);
    await type(page, "teapot");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#418");
    await close(page);
}

// The list of cases that the command's search has, too.
async function cases() {
    const page = await open("search");
    let count = 0;
    const wrong = [];
    for (const line of fs.readFileSync(path.join(searches, "cases.tsv"), "utf8").split("\n")) {
        if (!line || line.startsWith("# ")) continue;
        const [query, how, codes] = line.split("\t");
        await page.locator("input[type=search]").fill(query);
        await frames(page);
        const found = await seen(page);
        const said = await page.locator("output").textContent();
        const is = found.length === 0 ? "none" : said.startsWith("closest") ? "closest" : "exact";
        const wanted = codes.split(",").filter(Boolean).sort();
        // What only has the words somewhere comes after what is called so.
        const first = is === "exact" ? found.slice(0, wanted.length) : found;
        if (is !== how || first.sort().join() !== wanted.join()) wrong.push(`${line}: ${is} ${found}`);
        count++;
    }
    assert.deepEqual(wrong, []);
    assert.ok(count > 40, `${count} cases`);
    await close(page);
    return count;
}

// What is set is in the address, and what the address has is set.
async function state() {
    const page = await open("search");
    const address = () => page.evaluate(() => location.search + location.hash);
    const settle = async () => { await frames(page); await page.waitForTimeout(50); };
    assert.equal(await address(), "");
    await type(page, "door");
    await page.getByRole("columnheader", { name: "severity" }).getByRole("button").click();
    await page.getByRole("columnheader", { name: "severity" }).getByRole("button").click();
    await page.locator(".chips").getByRole("button", { name: /^high/ }).click();
    await settle();
    const set = await address();
    assert.match(set, /^\?q=door&sort=severity&desc&chip=severity%3Ahigh$/);
    const rows = await seen(page);
    await page.reload();
    await settle();
    assert.deepEqual([await seen(page), await address()], [rows, set]);
    // Cleared, it is bare.
    await page.locator(".chips").getByRole("button", { name: /^high/ }).click();
    await page.getByRole("columnheader", { name: "severity" }).getByRole("button").click();
    await type(page, "");
    await page.keyboard.press("Escape");
    await settle();
    assert.equal(await address(), "");
    await close(page);
    for (const hash of ["#100", "#0x64", "#DoorForced", "#door-forced", "?q=offline#100", "?q=door#DOOR_FORCED"]) {
        const page = await open("search", { hash });
        await in_view(page, "100");
        await close(page);
    }
}

// One of each group, of all groups; counts follow the search.
async function chips() {
    const page = await open("search");
    const chip = (name) => page.locator(".chips").getByRole("button", { name });
    const texts = () => page.locator(".chips button").allTextContents();
    assert.deepEqual(await texts(), ["high 4", "low 2"]);
    assert.equal(await page.getByRole("group", { name: "severity" }).count(), 1);
    await chip(/^low/).click();
    assert.equal(await chip(/^low/).getAttribute("aria-pressed"), "true");
    assert.deepEqual(await seen(page), ["101", "110"]);
    await type(page, "door");
    assert.deepEqual(await texts(), ["high 1", "low 1"]);
    assert.deepEqual(await seen(page), ["101"]);
    await chip(/^high/).click();
    assert.deepEqual((await seen(page)).sort(), ["100", "101"]);
    await close(page);
    const several = await open("faults");
    await several.locator(".chips").getByRole("button", { name: /^deprecated/i }).click();
    assert.equal((await seen(several)).length, 2);
    await close(several);
}

// A card as text, and what is selected by hand.
async function copying() {
    const page = await open("search");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
    const copied = await page.evaluate(async () => {
        let text = null;
        Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (given) => { text = given; } } });
        document.querySelector(".copy").click();
        await new Promise((done) => setTimeout(done, 20));
        return text;
    });
    assert.match(copied, /^100 Door forced\nDoorForced\nalso: Forced entry\nThe door opened without a release\.\nTips: Check the strike\.\nseverity: high\nfile:.*search\.html#100$/);
    const selected = await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
        document.querySelector(".copy").click();
        return new Promise((done) => setTimeout(() => done(getSelection().toString()), 20));
    });
    assert.match(selected, /100\s+Door forced/);
    assert.match(selected, /release\.\s+Tips:\s+Check the strike/);
    await close(page);
}

// What axe says, by its rules for WCAG 2.2 AA and for good practice.
async function axe() {
    let pages = 0;
    const ask = async (page, what) => {
        await page.evaluate(AXE);
        const violations = await page.evaluate(async () => {
            const found = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
            return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" ")}`);
        });
        assert.deepEqual(violations, [], what);
        pages++;
    };
    for (const name of ["http", "faults", "search", "several", "languages", "texts", "empty", "hostile"]) {
        for (const viewport of [DESKTOP, PHONE]) {
            for (const colorScheme of ["light", "dark"]) {
                const what = `${name}, ${viewport.width}, ${colorScheme}`;
                // Its script is evaluated, which the page's policy forbids to the page.
                const page = await open(name, { viewport, colorScheme, bypassCSP: true });
                await page.waitForFunction(() => [...document.querySelectorAll("tbody tr")].every((row) => row.role === "row"));
                await ask(page, what);
                const chip = page.locator(".chips button").first();
                if (await chip.count()) {
                    await chip.click();
                    await ask(page, `${what}, a chip pressed`);
                    await chip.click();
                }
                await page.locator("input[type=search]").fill("the 404 100 door forced xyzzy found");
                await frames(page);
                await ask(page, `${what}, closest`);
                await page.locator("input[type=search]").fill("zzyzx");
                await frames(page);
                await ask(page, `${what}, nothing`);
                await close(page);
            }
        }
    }
    return pages;
}

async function addresses() {
    for (const viewport of [DESKTOP, PHONE]) {
        const page = await open("http", { hash: "#404", viewport });
        await in_view(page, "404");
        // An address of a row that the search hides.
        await type(page, "teapot");
        await page.evaluate(() => { location.hash = "#500"; });
        await frames(page);
        await in_view(page, "500");
        await close(page);
    }
    const page = await open("faults", { hash: "#0x2a" });
    await in_view(page, "0x2A");
    await close(page);
}

// Waits until the row is in the window, under what sticks to its top.
async function in_view(page, id) {
    await page.waitForFunction((id) => {
        const box = document.getElementById(id)?.getBoundingClientRect();
        const bar = document.querySelector(".bar").getBoundingClientRect();
        return box && box.height > 0 && box.top >= bar.bottom - 1 && box.bottom <= window.innerHeight;
    }, id, { timeout: 10_000 }).catch(() => assert.fail(`${page.url()} does not show ${id}`));
}

async function sorting() {
    const wide = await open("wide");
    const head = (label) => wide.getByRole("columnheader", { name: label }).getByRole("button");
    // With the keyboard: rising, falling, table order; rows without a value last.
    await head("Mask").focus();
    const orders = [];
    for (let round = 0; round < 3; round++) {
        await wide.keyboard.press("Enter");
        orders.push([await wide.getByRole("columnheader", { name: "Mask" }).getAttribute("aria-sort"), (await seen(wide)).map(Number)]);
    }
    assert.deepEqual(orders, [
        ["ascending", [2 ** 63, -(2 ** 63), 0]],
        ["descending", [-(2 ** 63), 2 ** 63, 0]],
        [null, [-(2 ** 63), 0, 2 ** 63]],
    ]);
    await close(wide);
    // On a phone, and where there are many columns, with a list.
    const phone = await open("faults", { viewport: PHONE });
    assert.ok(!(await phone.locator("thead").isVisible()));
    await phone.getByLabel("Sort by").selectOption("Short name");
    assert.deepEqual(await seen(phone), ["0x11", "0x12", "0x04", "0x2A"]);
    await phone.getByRole("button", { name: "Last first" }).click();
    assert.deepEqual(await seen(phone), ["0x2A", "0x04", "0x12", "0x11"]);
    await phone.getByLabel("Sort by").selectOption("Fault No.");
    assert.deepEqual(await seen(phone), ["0x04", "0x11", "0x12", "0x2A"]);
    await phone.getByLabel("Sort by").selectOption("table order");
    assert.deepEqual(await seen(phone), ["0x11", "0x12", "0x2A", "0x04"]);
    await close(phone);
}

async function hostile() {
    for (const viewport of [DESKTOP, PHONE]) {
        const page = await open("hostile", { viewport });
        await type(page, "script");
        assert.equal(await page.evaluate(() => window.hostile), undefined, "a cell ran");
        const schemes = await page.evaluate(() => [...document.links].map((link) => link.protocol));
        assert.deepEqual(schemes.filter((scheme) => !["file:", "http:", "https:"].includes(scheme)), []);
        // Each address leads to its row.
        for (const row of await page.locator("tbody tr").all()) {
            const [id, link] = [await row.getAttribute("id"), row.locator("th a")];
            await link.evaluate((link) => link.click());
            assert.equal(await page.evaluate(() => document.querySelector("tr:target")?.id), id);
        }
        await close(page);
    }
}

// What a screen reader is told.
async function accessible() {
    for (const viewport of [DESKTOP, PHONE]) {
        const page = await open("http", { viewport });
        await page.waitForFunction(() => document.querySelector("tbody tr:last-child")?.role === "row");
        const session = await page.context().newCDPSession(page);
        const { nodes } = await session.send("Accessibility.getFullAXTree");
        const count = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
        const name = (role) => nodes.find((node) => node.role?.value === role)?.name?.value;
        assert.equal(name("table"), "HTTP status codes");
        assert.equal(count("rowheader"), 62);
        assert.ok(count("cell") >= 62 * 3, `${count("cell")} cells`);
        assert.equal(count("row"), viewport === DESKTOP ? 63 : 62);
        assert.equal(count("columnheader"), viewport === DESKTOP ? 5 : 0);
        assert.equal(name("searchbox"), "Search");
        assert.equal(count("status"), 1);
        assert.equal(count("main"), 1);
        // The first stop of the keyboard leads past the search.
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the codes");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        assert.ok(await page.evaluate(() => document.activeElement.closest("table") !== null));
        await close(page);
    }
}

// Without scripts, it is a page with a table, and nothing on it that would not work.
async function plain() {
    const page = await open("http", { javaScriptEnabled: false });
    assert.equal(await page.locator("tbody tr").count(), 62);
    assert.ok(!(await page.locator(".bar").isVisible()));
    assert.equal(await page.getByRole("button").count(), 0);
    await page.close();
}

async function fits() {
    for (const name of ["http", "faults", "overlay", "wide", "empty", "hostile", "search", "several", "languages"]) {
        for (const viewport of [DESKTOP, PHONE]) {
            for (const colorScheme of ["light", "dark"]) {
                const page = await open(name, { viewport, colorScheme });
                const width = await page.evaluate(() => document.documentElement.scrollWidth);
                assert.ok(width <= viewport.width, `${name} is ${width} pixels wide at ${viewport.width}`);
                const file = `export-${name}-${viewport.width}-${colorScheme}.png`;
                await page.screenshot({ path: path.join(work, "screenshots", file) });
                await close(page);
            }
        }
    }
}

// Texts are at least as dark on their background as WCAG's level AA asks.
async function contrasts() {
    for (const colorScheme of ["light", "dark"]) {
        const page = await open("faults", { colorScheme });
        const low = await page.evaluate(() => {
            const channels = (color) => color.match(/[\d.]+/g).slice(0, 3).map((value) => {
                const part = value / 255;
                return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            const luminance = (color) => channels(color).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
            const background = luminance(getComputedStyle(document.body).backgroundColor);
            const all = [...document.querySelectorAll("h1, p, b, code, small, em, a, li, td, label, select, output")];
            return all.filter((element) => element.getClientRects().length > 0 && element.textContent).map((element) => {
                const text = luminance(getComputedStyle(element).color);
                const ratio = (Math.max(text, background) + 0.05) / (Math.min(text, background) + 0.05);
                return [element.localName, Math.round(ratio * 100) / 100];
            }).filter(([, ratio]) => ratio < 4.5);
        });
        assert.deepEqual(low, [], colorScheme);
        await close(page);
    }
}

async function paper() {
    const page = await open("http");
    const pdf = await page.pdf({ format: "A4", path: path.join(work, "screenshots", "export-http.pdf") });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages <= 5, `62 codes take ${pages} pages`);
    await close(page);
    return pages;
}

// How long 10,000 rows keep a reader waiting: each figure by what the same browser needs for the least that could be done.
// Taken in turns, since other programs are running.
async function large() {
    const page = await open("large");
    await type(page, "4717");
    assert.equal((await seen(page))[0], "4717");
    await page.waitForTimeout(2_000);
    const figures = await page.evaluate(async () => {
        const input = document.querySelector("input[type=search]");
        const body = document.querySelector("tbody");
        const rows = [...body.rows];
        const texts = rows.map((row) => row.textContent.toLowerCase());
        const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
        // A frame that does the work and lays the page out.
        const timed = async (work) => {
            await frames();
            const start = performance.now();
            await work();
            document.body.offsetHeight;
            return performance.now() - start;
        };
        const type = (words) => timed(() => new Promise((done) => {
            input.value = words;
            input.dispatchEvent(new Event("input"));
            requestAnimationFrame(done);
        }));
        const scan = (words) => timed(() => new Promise((done) => requestAnimationFrame(() => {
            rows.forEach((row, at) => { row.hidden = !texts[at].includes(words); });
            done();
        })));
        const ratio = async (queries) => {
            const [ours, theirs] = [[], []];
            for (let round = 0; round < 5; round++) {
                await type("");
                for (const query of queries) ours.push(await type(query));
                await type("");
                for (const query of queries) theirs.push(await scan(query));
                for (const row of rows) row.hidden = false;
                await frames();
            }
            return median(ours) / median(theirs);
        };
        const found = await ratio(["door", "door f", "door forced", "strike sensor", "4717"]);
        const closest = await ratio(["zzyzx door", "zzyzx dor forced", "2026-11-25 12:00:07 gate: lokc strike jmm again zzyzx"]);
        await type("");
        const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
        const keys = new Map(rows.map((row) => [row, row.querySelector("b").textContent]));
        const [ours, theirs] = [[], []];
        const button = document.querySelectorAll("thead button")[1];
        for (let round = 0; round < 3; round++) {
            theirs.push(await timed(() => body.replaceChildren(...[...rows].sort((a, b) => collator.compare(keys.get(a), keys.get(b))))));
            body.replaceChildren(...rows);
            for (let click = 0; click < 2; click++) ours.push(await timed(() => button.click()));
            await timed(() => button.click());
        }
        return { found, closest, sorting: median(ours) / median(theirs) };
    });
    await close(page);
    const bytes = (name, extension) => fs.statSync(path.join(formats, `${name}.${extension}`)).size;
    figures.size = bytes("large", "html") / bytes("large", "csv");
    for (const [name, most] of [["found", 2], ["closest", 4], ["sorting", 2], ["size", 3]]) {
        assert.ok(figures[name] <= most, `${name}: ${figures[name].toFixed(2)}, at most ${most}`);
    }
    assert.ok(bytes("texts", "html") <= 48 * 1024, `${bytes("texts", "html")} bytes for three rows`);
    const shown = Object.entries(figures).map(([name, figure]) => `${name} ${figure.toFixed(2)}`);
    return `10,000 rows: ${shown.join(", ")}; three rows: ${(bytes("texts", "html") / 1024).toFixed(1)} KiB`;
}

// The picture of the README: a search in the reference.
async function picture() {
    const page = await open("http", { viewport: { width: 1200, height: 620 } });
    await type(page, "request");
    await page.waitForTimeout(200);
    const file = path.join(work, "pictures", "html-page.png");
    await page.screenshot({ path: file });
    const size = fs.statSync(file).size;
    assert.ok(size < MAX_PICTURE, `${file} has ${size} bytes`);
    await close(page);
}

try {
    for (const folder of ["screenshots", "pictures"]) fs.mkdirSync(path.join(work, folder), { recursive: true });
    await search();
    const count = await cases();
    await state();
    await chips();
    await copying();
    await addresses();
    await sorting();
    await hostile();
    await accessible();
    await plain();
    await fits();
    await contrasts();
    const asked = await axe();
    const pages = await paper();
    await picture();
    const figures = await large();
    console.log(`${count} searches, sorting, addresses, keyboard, hostile cells and ${pages} pages of paper hold in Chromium ${browser.version()}; axe has nothing to say of ${asked} states; ${figures}`);
} finally {
    await browser.close();
}
