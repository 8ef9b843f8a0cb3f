/* Faults of the door controller. */
enum fault {
    FAULT_FORCED = 0x10, /* Somebody opened the door. */
    FAULT_HELD,
    FAULT_SIZE = sizeof(int),
};
