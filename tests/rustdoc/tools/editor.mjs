// What an editor shows: hover, completion, definition and references of rust-analyzer on a crate that uses the macros.
// node editor.mjs SERVER ROOT WORK: ROOT is this repository, WORK gets the crate.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [server, root, work] = process.argv.slice(2);
const crate = path.resolve(work, "editor");
const target = path.resolve(work, "editor-target");

const text = `//! What an editor is asked about.
use status_docs::HttpStatus;

status_docs::status_table! {
    /// Faults of the door controller.
    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16 { code = "Fault No.", tips = "Support steps", severity: enum Severity = "Sev" }
}

pub fn shared() -> HttpStatus { HttpStatus::NotFound }
pub fn own() -> Fault { Fault::DoorForced }
pub fn column(fault: Fault) -> Option<&'static str> { fault.tips() }
pub fn complete() -> HttpStatus { HttpStatus::NotFou }
pub fn complete_own() -> Fault { Fault::Door }

#[derive(Debug, status_docs::StatusDocs)]
pub enum ApiError {
    #[status(NotFound)]
    Missing,
}
`;

function write_crate() {
    for (const folder of ["src", "tables"]) fs.mkdirSync(path.join(crate, folder), { recursive: true });
    const runtime = JSON.stringify(path.join(root, "runtime"));
    fs.writeFileSync(
        path.join(crate, "Cargo.toml"),
        `[package]\nname = "editor"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\nstatus-docs = { path = ${runtime} }\n`,
    );
    fs.copyFileSync(path.join(root, "Cargo.lock"), path.join(crate, "Cargo.lock"));
    fs.copyFileSync(path.join(root, "runtime/tables/faults.csv"), path.join(crate, "tables/faults.csv"));
    fs.writeFileSync(path.join(crate, "src/lib.rs"), text);
    // The server asks cargo; what cargo has to fetch or build is there by then.
    execFileSync("cargo", ["metadata", "--format-version=1", "--offline"], { cwd: crate, stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
}

// A language server on a pipe: requests with their answers, and what it tells by itself.
class Client {
    constructor(command) {
        this.process = spawn(command, [], {
            cwd: crate, stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, CARGO_TARGET_DIR: target },
        });
        this.buffer = Buffer.alloc(0);
        this.waiting = new Map();
        this.told = () => {};
        this.next = 0;
        this.process.stdout.on("data", (data) => this.read(data));
        this.process.on("exit", (code) => this.waiting.forEach(({ reject }) => reject(new Error(`the server ended: ${code}`))));
    }

    read(data) {
        this.buffer = Buffer.concat([this.buffer, data]);
        for (;;) {
            const end = this.buffer.indexOf("\r\n\r\n");
            const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.subarray(0, Math.max(end, 0)).toString())?.[1]);
            if (end < 0 || this.buffer.length < end + 4 + length) return;
            const message = JSON.parse(this.buffer.subarray(end + 4, end + 4 + length).toString());
            this.buffer = this.buffer.subarray(end + 4 + length);
            this.take(message);
        }
    }

    take(message) {
        if (message.method && message.id !== undefined) {
            // Its own questions: no settings but those it has, and yes to whatever else.
            const result = message.method === "workspace/configuration" ? message.params.items.map(() => null) : null;
            this.send({ id: message.id, result });
        } else if (message.method) {
            this.told(message);
        } else {
            const { resolve, reject } = this.waiting.get(message.id) ?? {};
            this.waiting.delete(message.id);
            message.error ? reject?.(Object.assign(new Error(message.error.message), message.error)) : resolve?.(message.result);
        }
    }

    send(message) {
        const body = JSON.stringify({ jsonrpc: "2.0", ...message });
        this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }

    request(method, params) {
        const id = ++this.next;
        this.send({ id, method, params });
        return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    }
}

write_crate();
const uri = pathToFileURL(path.join(crate, "src/lib.rs")).href;

// The place after the first `length` characters of a text that occurs once.
function place(needle, length) {
    const at = text.indexOf(needle);
    assert.ok(at >= 0, needle);
    const before = text.slice(0, at + length).split("\n");
    return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1).length } };
}

const client = new Client(server);
const timer = setTimeout(() => { console.error("rust-analyzer did not answer in time"); process.exit(1); }, 420_000);
try {
    const quiet = new Promise((resolve) => {
        client.told = ({ method, params }) => { if (method === "experimental/serverStatus" && params.quiescent) resolve(params); };
    });
    await client.request("initialize", {
        processId: process.pid,
        rootUri: pathToFileURL(crate).href,
        workspaceFolders: [{ uri: pathToFileURL(crate).href, name: "editor" }],
        capabilities: {
            textDocument: {
                hover: { contentFormat: ["markdown"] },
                completion: { completionItem: { documentationFormat: ["markdown"], resolveSupport: { properties: ["documentation"] } } },
            },
            experimental: { serverStatusNotification: true },
        },
        initializationOptions: {
            // Without a source of its own it would have rustup install one.
            cargo: { sysrootSrc: sysroot_source(), extraEnv: { CARGO_NET_OFFLINE: "true" } },
            procMacro: { enable: true },
            checkOnSave: false,
            cachePriming: { enable: false },
        },
    });
    client.send({ method: "initialized", params: {} });
    client.send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "rust", version: 1, text } } });
    await quiet;

    const card = /\*\*404 Not Found\*\* — The server has nothing[^]*\*\*Tips:\*\* The device does not know[^]*\*Client Error\*[^]*RFC 9110/;
    assert.match(await hover("HttpStatus::NotFound }", 14), card);
    assert.match(await hover("Fault::DoorForced }", 9), /\*\*100 Door Forced\*\*[^]*Check the strike[^]*row 2 of `tables\/faults.csv`[^]*severity/);
    assert.match(await hover("fault.tips()", 8), /What to do about it[^]*“Support steps”/);
    assert.match(await hover("#[status(NotFound)]", 11), card);
    // Once, and nothing of what is emitted beside it.
    assert.equal((await hover("pub enum Fault:", 11)).split("pub enum ").length, 2);
    const faults = await places("textDocument/definition", "Fault::DoorForced }", 9);
    assert.deepEqual(faults.map(({ text }) => text), ['"tables/faults.csv"', "status_docs::status_table!"]);
    const used = await places("textDocument/references", "Fault::DoorForced }", 9);
    assert.deepEqual(lines_of(used, "DoorForced"), lines_with("DoorForced"));
    const reference = await places("textDocument/definition", "HttpStatus::NotFound }", 14);
    // The runtime crate has its reference as an expansion.
    assert.match(reference[0].file, /runtime\/src\/http_status\.expanded\.rs$/);
    assert.equal(reference[0].text, "NotFound");
    assert.deepEqual(lines_of(await places("textDocument/references", "HttpStatus::NotFound }", 14), "NotFound"), lines_with("NotFound"));
    assert.deepEqual(await places("textDocument/definition", "#[status(NotFound)]", 11), reference);
    // A row has its name from the table: renaming it here would write over the path.
    await assert.rejects(client.request("textDocument/rename", { ...place("Fault::DoorForced }", 9), newName: "Forced" }), /rename/i);

    await completes("HttpStatus::NotFou }", 18, "NotFound", card);
    await completes("Fault::Door }", 11, "DoorHeld", /\*\*101 Door Held\*\*/);
    console.log(`hover on variants, columns and #[status(NotFound)] shows the card; completion lists variants with it; definition leads to the table, references to every use`);
} finally {
    clearTimeout(timer);
    client.process.kill();
}

function sysroot_source() {
    const sysroot = execFileSync("rustc", ["--print", "sysroot"]).toString().trim();
    const installed = path.join(sysroot, "lib/rustlib/src/rust/library");
    if (fs.existsSync(installed)) return installed;
    // Enough of it to expand a derive.
    return path.join(root, "tests/rustdoc/tools/sysroot");
}

// Asked again while the server says that its contents change.
async function ask(method, params) {
    for (let turn = 0; ; turn += 1) {
        try {
            const answer = await client.request(method, params);
            if (answer || turn > 40) return answer;
        } catch (error) {
            if (turn > 40) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
}

// The lines of the crate on which one of these places is, and those that have a word.
function lines_of(places, text) {
    return places.filter((place) => place.file.endsWith("editor/src/lib.rs") && place.text === text).map(({ line }) => line).sort((a, b) => a - b);
}

function lines_with(word) {
    const whole = new RegExp(`\\b${word}\\b`);
    return text.split("\n").flatMap((line, index) => (whole.test(line) ? [index + 1] : []));
}

// Where a definition or references are: files with the text of the place and its line.
async function places(method, needle, length) {
    const answer = await ask(method, { ...place(needle, length), context: { includeDeclaration: true } });
    return (answer ?? []).map(({ uri, range, targetUri, targetSelectionRange }) => {
        const file = fileURLToPath(uri ?? targetUri);
        const { start, end } = range ?? targetSelectionRange;
        const lines = fs.readFileSync(file, "utf8").split("\n");
        const last = start.line === end.line ? end.character : undefined;
        return { file, line: start.line + 1, text: lines[start.line]?.slice(start.character, last), start, end };
    });
}

async function hover(needle, length) {
    const answer = await ask("textDocument/hover", place(needle, length));
    return answer?.contents?.value ?? `no hover on ${needle}`;
}

async function completes(needle, length, label, documentation) {
    const answer = await ask("textDocument/completion", place(needle, length));
    const items = answer.items ?? answer;
    const item = items.find((item) => item.label === label || item.label.startsWith(`${label} `));
    assert.ok(item, `${label} is not in ${items.map((item) => item.label).join(", ")}`);
    const resolved = item.documentation ? item : await client.request("completionItem/resolve", item);
    assert.match(resolved.documentation?.value ?? "", documentation);
}
