// What a user writes against an export: compiled with it, never run.
import { Fault, type FaultDoc, type FaultName, faultDoc, faultDocs, isFault } from "./faults.js";

export const held: Fault = Fault.DoorHeld;
export const literal: Fault = 17;
// @ts-expect-error: not a code
export const unknown: Fault = 99;
export const name: FaultName = "DoorHeld";
// @ts-expect-error: not a name
export const other: FaultName = "Nobody";

export function received(code: number): string {
    // @ts-expect-error: any number is not a code
    const wrong: Fault = code;
    if (!isFault(code)) return `unknown fault ${wrong}`;
    const fault: Fault = code;
    const doc: FaultDoc | undefined = faultDoc(code);
    const retry: number | null | undefined = doc?.values.retry_after;
    const severity: "Low" | "High" | undefined = doc?.values.severity;
    // @ts-expect-error: the table is not to be changed
    faultDocs[0] = doc;
    return `${fault} ${doc?.reason} ${retry} ${severity}`;
}

// A new row is a compile error here.
export function color(fault: Fault): string {
    switch (fault) {
        case Fault.DoorForced: return "red";
        case Fault.DoorHeld: return "yellow";
        case Fault.ReaderOffline: return "grey";
        case Fault.Error: return "red";
    }
}
