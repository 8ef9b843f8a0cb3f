// The HTML pages in Chromium: what a reader types, clicks and prints, and what a hostile cell may not do.
// node page.mjs FORMATS WORK: FORMATS has what `cargo test -p status-docs-export` wrote, WORK has node_modules and
// gets the screenshots and the picture of the README.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [formats, work] = process.argv.slice(2).map((folder) => path.resolve(folder));
const { chromium } = createRequire(path.join(work, "package.json"))("playwright-core");

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
    for (const words of ["404 teapot", ".*", "[", "\\", "<b>"]) {
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
    for (const name of ["http", "faults", "overlay", "wide", "empty", "hostile"]) {
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
    assert.ok(pages <= 3, `62 codes take ${pages} pages`);
    await close(page);
    return pages;
}

// How long 10,000 rows keep a reader waiting.
async function large() {
    const page = await open("large");
    const loaded = await page.evaluate(() => Math.round(performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart));
    const timed = (words) => page.evaluate(async (words) => {
        const input = document.querySelector("input");
        const start = performance.now();
        input.value = words;
        input.dispatchEvent(new Event("input"));
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return Math.round(performance.now() - start);
    }, words);
    const first = await timed("door forced");
    const count = (await seen(page)).length;
    assert.ok(count > 10 && count < 9_000, `${count} rows`);
    const next = await timed("4717");
    assert.equal((await seen(page))[0], "4717");
    assert.ok(first < 3_000, `the first result took ${first} ms`);
    await close(page);
    const size = fs.statSync(path.join(formats, "large.html")).size;
    return `10,000 rows are ${(size / 1e6).toFixed(1)} MB, open in ${loaded} ms, show the first result after ${first} ms, the next after ${next} ms`;
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
    await addresses();
    await sorting();
    await hostile();
    await accessible();
    await plain();
    await fits();
    await contrasts();
    const pages = await paper();
    await picture();
    const figures = await large();
    console.log(`search, sorting, addresses, keyboard, hostile cells and ${pages} pages of paper hold in Chromium ${browser.version()}; ${figures}`);
} finally {
    await browser.close();
}
