// The TypeScript exports under `tsc --strict`, and what they hold, cell by cell, against the JSON exports.
// node typescript.mjs FORMATS WORK: FORMATS has what `cargo test -p status-docs-export` wrote, WORK has node_modules.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [formats, work] = process.argv.slice(2).map((folder) => path.resolve(folder));
const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.join(work, "typescript");
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
const modules = fs.readdirSync(formats).filter((file) => file.endsWith(".ts"));
for (const file of modules) fs.copyFileSync(path.join(formats, file), path.join(folder, file));
fs.copyFileSync(path.join(here, "use.ts"), path.join(folder, "use.ts"));

const compiler = path.join(work, "node_modules/typescript/bin/tsc");
const options = [
    "--strict", "--noUnusedLocals", "--noUnusedParameters", "--noImplicitReturns", "--noUncheckedIndexedAccess",
    "--exactOptionalPropertyTypes", "--target", "es2020", "--module", "nodenext", "--outDir", "out",
];
try {
    execFileSync(process.execPath, [compiler, ...options, ...modules, "use.ts"], { cwd: folder, encoding: "utf8" });
} catch (error) {
    assert.fail(error.stdout);
}

let rows = 0;
for (const file of modules) {
    const exported = await import(pathToFileURL(path.join(folder, "out", file.replace(/ts$/, "js"))).href);
    // JSON.parse would round large numbers; as texts they are compared digit by digit.
    const text = fs.readFileSync(path.join(formats, file.replace(/ts$/, "json")), "utf8");
    const json = JSON.parse(text.replace(/^(\s+"(?:code|mask)": )(-?\d{16,})/gm, '$1"$2"'));
    const find = json.name[0].toLowerCase() + json.name.slice(1) + "Doc";
    const docs = exported[`${find}s`];
    const plain = (value) => typeof value === "bigint" ? String(value) : value;
    const isLarge = docs.some((doc) => typeof doc.code === "bigint");
    const number = (value) => isLarge && value !== null ? String(value) : value;
    assert.equal(docs.length, json.rows.length, file);
    json.rows.forEach((row, index) => {
        const { links, ...wanted } = row;
        wanted.code = number(wanted.code);
        if (isLarge) for (const key of Object.keys(wanted.values)) wanted.values[key] = number(wanted.values[key]);
        const doc = { ...docs[index], code: plain(docs[index].code), values: { ...docs[index].values } };
        for (const key of Object.keys(doc.values)) doc.values[key] = plain(doc.values[key]);
        assert.deepEqual(doc, wanted, `${file}, row ${index}`);
        assert.equal(plain(exported[json.name][row.name]), wanted.code, file);
        assert.equal(exported[find](docs[index].code), docs[index], file);
        assert.ok(exported[`is${json.name}`](docs[index].code), file);
        rows++;
    });
    assert.equal(Object.keys(exported[json.name]).length, json.rows.length, file);
}
assert.equal(globalThis.hostile, undefined, "a cell ran");
console.log(`${modules.length} modules compile under --strict, ${rows} rows say what the JSON says`);
