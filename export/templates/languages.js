{
    const select = document.querySelector(".language select");
    const names = (tag) => {
        try {
            return new Intl.DisplayNames([tag], { type: "language" }).of(tag);
        } catch {
            return tag;
        }
    };
    for (const option of select.options) option.textContent = names(option.value);
    // Where a text is not there in the language, that of the table's default one is.
    function speak() {
        for (const table of document.querySelectorAll("table")) {
            for (const row of table.tBodies[0].rows) {
                const texts = [...row.querySelectorAll("[data-of]")];
                for (const text of texts) {
                    const { of } = text.dataset;
                    const has = texts.some((other) => other.dataset.of === of && other.lang === select.value);
                    text.hidden = text.lang !== (has ? select.value : table.dataset.language);
                }
            }
        }
    }
    select.addEventListener("change", speak);
    speak();
}
