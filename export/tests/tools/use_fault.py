"""Uses the exported module as a program would, and fails to type-check if the module's types are not what it says."""

from typing import assert_never

from faults import Fault


def severity(fault: Fault) -> int:
    match fault.severity:
        case "Low":
            return 1
        case "High":
            return 2
        case _:
            assert_never(fault.severity)


def name(fault: Fault) -> str:
    if fault is Fault.DOOR_FORCED:
        return "forced"
    return fault.name


def wait(fault: Fault) -> int:
    # Without the question, `None + 1` is an error of the checker.
    return 0 if fault.retry_after is None else fault.retry_after + 1


found: Fault | None = Fault.from_reason("door held")
assert found is Fault.DOOR_HELD and found.value == 18
assert severity(Fault(17)) == 2 and name(Fault.DOOR_FORCED) == "forced" and wait(found) == 31
assert [alias.upper() for alias in found.aliases] == ["HELD OPEN", "PROPPED"]
