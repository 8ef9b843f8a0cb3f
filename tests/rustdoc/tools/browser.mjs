// The pages of rustdoc in Chromium: what a reader types and clicks, and what a hostile cell may not do.
// node browser.mjs TMP WORK: TMP has the pages that `cargo test --test rustdoc` wrote, WORK has node_modules, gets
// the screenshots, and the pictures of the README.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [tmp, work] = process.argv.slice(2).map((folder) => path.resolve(folder));
const { chromium } = createRequire(path.join(work, "package.json"))("playwright-core");

const DESKTOP = { width: 1200, height: 900 };
const PHONE = { width: 390, height: 844 };
const MAX_PICTURE = 200 * 1024;

const page_of = (folder, file) => new URL(file, pathToFileURL(path.join(folder, "doc/"))).href;
const fixture = (file) => page_of(path.join(tmp, "reference-pages-docs"), `reference_pages/${file}`);
const hostile = (name, file) => page_of(path.join(tmp, `${name}-docs`), `${name.replace("-", "_")}/${file}`);
const own = (file) => page_of(path.join(work, "docs"), `status_docs/${file}`);

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
});

// A page that reports errors of its scripts, dialogs, and whatever it asks of the network.
async function open(url, viewport = DESKTOP) {
    const page = await browser.newPage({ viewport });
    page.trouble = [];
    page.on("pageerror", (error) => page.trouble.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => { page.trouble.push(`dialog: ${dialog.message()}`); return dialog.dismiss(); });
    page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) page.trouble.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    return page;
}

async function close(page) {
    assert.deepEqual(page.trouble, [], page.url());
    await page.close();
}

// Waits until the element is in view.
async function in_view(page, id) {
    await page.waitForFunction((id) => {
        const box = document.getElementById(id)?.getBoundingClientRect();
        return box && box.height > 0 && box.top > -2 && box.bottom <= window.innerHeight;
    }, id, { timeout: 10_000 }).catch(() => assert.fail(`${page.url()} does not show ${id}`));
}

// What a reader types leads to the variant: the first result, and what Enter opens.
async function search(words, id) {
    const page = await open(fixture("index.html"));
    await page.keyboard.press("s");
    await page.locator("input.search-input").waitFor();
    await page.keyboard.type(words, { delay: 20 });
    // Rustdoc lists what it finds as one types: the results of the whole text are waited for.
    const results = ".search-results.active > a";
    await page.waitForFunction(([results, id]) => {
        return document.querySelector(results)?.getAttribute("href").endsWith(`#${id}`);
    }, [results, id], { timeout: 20_000 }).catch(() => assert.fail(`searching "${words}" does not find ${id} first`));
    const first = page.locator(results).first();
    await first.click();
    await page.waitForURL(new RegExp(`#${id}$`));
    await in_view(page, id);
    await close(page);
}

async function click_in_table(viewport) {
    const page = await open(fixture("http/enum.HttpStatus.html"), viewport);
    await page.locator(".top-doc table a", { hasText: /^404$/ }).click();
    assert.equal(new URL(page.url()).hash, "#variant.NotFound");
    await in_view(page, "variant.NotFound");
    await close(page);
}

// A link that ends with a code leads to its row, also of a table that is folded.
async function link_to_a_code(file, id, words, viewport) {
    const page = await open(`${fixture(file)}#${id}`, viewport);
    await in_view(page, decodeURIComponent(id));
    const row = page.locator(".top-doc tr", { has: page.locator(`[id='${id}']`) });
    assert.match(await row.innerText(), words);
    await close(page);
}

// Long tables are folded, and open with a click.
async function unfold() {
    const page = await open(fixture("enum.SqlState.html"));
    const table = page.locator(".top-doc details table");
    assert.ok(!(await table.isVisible()), "a long table is folded");
    await page.locator(".top-doc details details > summary, .top-doc .docblock details > summary").first().click();
    assert.ok(await table.isVisible(), "a click unfolds it");
    await shoot(page, "long-table-desktop");
    await close(page);
}

async function hostile_cells(name) {
    for (const file of ["enum.Hostile.html", "enum.HostileClass.html", "index.html?search=script", "all.html"]) {
        const page = await open(hostile(name, file));
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
        await page.waitForTimeout(file.includes("search") ? 1500 : 300);
        assert.equal(await page.evaluate(() => window.hostile), undefined, `a cell ran in ${file}`);
        const schemes = await page.evaluate(() => [...document.links].map((link) => link.protocol));
        assert.ok(!schemes.includes("javascript:"), `a cell became a script's link in ${file}`);
        if (file === "enum.Hostile.html") await shoot(page, `${name}-desktop`);
        await close(page);
    }
}

// No page is wider than the phone, apart from what scrolls by itself.
async function fits(url) {
    const page = await open(url, PHONE);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE.width, `${url} is ${width} pixels wide on a phone`);
    await close(page);
}

async function shoot(page, name) {
    await page.screenshot({ path: path.join(work, "screenshots", `${name}.png`) });
}

async function screenshots() {
    const pages = {
        fault: fixture("enum.Fault.html"), steps: fixture("enum.Steps.html"), http: fixture("http/enum.HttpStatus.html"),
        card: fixture("http/enum.HttpStatus.html#variant.NotFound"), list: fixture("index.html"),
        front: own("index.html"), macro: own("macro.status_table.html"), hostile: hostile("hostile-pages", "enum.Hostile.html"),
    };
    for (const [name, url] of Object.entries(pages)) {
        for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
            const page = await open(url, viewport);
            await page.waitForTimeout(300);
            await shoot(page, `${name}-${device}`);
            await close(page);
        }
    }
}

// The pictures of the README: the page with its cards, and the reference table.
async function pictures() {
    const sizes = [];
    for (const [name, hash] of [["reference-table", ""], ["variant-cards", "#variant.NotFound"]]) {
        const page = await open(own(`enum.HttpStatus.html${hash}`), { width: 1000, height: 640 });
        const top = hash ? page.locator("[id='variant.Forbidden']") : page.locator(".top-doc table");
        await top.evaluate((element) => { element.scrollIntoView(); window.scrollBy(0, -12); });
        await page.waitForTimeout(300);
        const file = path.join(work, "pictures", `${name}.png`);
        await page.screenshot({ path: file });
        sizes.push(fs.statSync(file).size);
        assert.ok(sizes.at(-1) < MAX_PICTURE, `${file} has ${sizes.at(-1)} bytes`);
        await close(page);
    }
    return sizes;
}

try {
    for (const folder of ["screenshots", "pictures"]) fs.mkdirSync(path.join(work, folder), { recursive: true });
    await search("404", "variant.NotFound");
    await search("not found", "variant.NotFound");
    await search("NOT_FOUND", "variant.NotFound");
    await search("door held", "variant.DoorHeld");
    await search("payload too large", "variant.ContentTooLarge");
    await search("404 Not Found", "variant.NotFound");
    await search("17 Door Forced", "variant.DoorForced");
    for (const viewport of [DESKTOP, PHONE]) await click_in_table(viewport);
    for (const viewport of [DESKTOP, PHONE]) {
        await link_to_a_code("http/enum.HttpStatus.html", "404", /^404\s+Not Found/, viewport);
        await link_to_a_code("enum.SqlState.html", "42P01", /^42P01\s/, viewport);
    }
    await unfold();
    for (const name of ["hostile-pages", "hostile-folded"]) await hostile_cells(name);
    for (const url of [fixture("enum.Fault.html"), fixture("enum.Steps.html"), fixture("http/enum.HttpStatus.html"), own("index.html")]) await fits(url);
    await screenshots();
    const sizes = await pictures();
    const kib = sizes.map((size) => Math.ceil(size / 1024)).join(" and ");
    console.log(`search, links and hostile cells hold in Chromium ${browser.version()}; pictures of ${kib} KiB`);
} finally {
    await browser.close();
}
