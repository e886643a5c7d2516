package org.reelsense.report;

/**
 * The style of {@code report.html}; the charts' is {@link ChartStyle}. Line colours are Okabe and Ito's (2008), lightened on
 * dark ground.
 */
final class Style {

    /** Free of {@code <} and {@code &}, so that it may stand in HTML and in XML unescaped. */
    static final String CSS = """

            :root {
              color-scheme: light dark;
              --ground: #ffffff; --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de; --band: #f6f8fa;
              --c0: #0072b2; --c1: #b34700; --c2: #00795a; --c3: #a3457d; --c4: #7a5c00; --c5: #444c56;
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --ground: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --rule: #30363d; --band: #161b22;
                --c0: #56b4e9; --c1: #ff9e57; --c2: #3ecfa4; --c3: #e29ac4; --c4: #e6c84f; --c5: #b1bac4;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0 auto; padding: 1rem; max-width: 76rem;
              font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
              overflow-wrap: anywhere;
            }
            h1 { font-size: 1.5rem; line-height: 1.25; }
            h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
            .scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; }
            table { border-collapse: collapse; width: 100%; font-size: 0.875rem; overflow-wrap: normal; }
            th, td { padding: 0.35rem 0.6rem; text-align: left; white-space: nowrap; vertical-align: bottom; }
            thead th { background: var(--band); }
            tbody tr { border-top: 1px solid var(--rule); }
            .figure { text-align: right; font-variant-numeric: tabular-nums; }
            .unit { display: block; font-weight: normal; color: var(--soft); }
            .signature { font: 0.8rem/1.4 ui-monospace, monospace; color: var(--soft); }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
            dt { color: var(--soft); }
            dd { margin: 0; }
            .charts { display: grid; gap: 1.5rem; margin-top: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
            figure { margin: 0; max-width: 30rem; break-inside: avoid; }
            figcaption { font-weight: 600; }
            figcaption span { display: block; font-weight: normal; font-size: 0.875rem; color: var(--soft); }
            @media (max-width: 32rem) {
              dl { grid-template-columns: 1fr; gap: 0; }
              dd { margin-bottom: 0.5rem; }
            }
            @media print {
              :root { color-scheme: light; }
              body { padding: 0; max-width: none; font-size: 10pt; }
              .scroll { overflow: visible; border: 0; }
              table { font-size: 7pt; }
              th, td { padding: 0.2em 0.4em; white-space: normal; }
              tr { break-inside: avoid; }
              h2 { break-after: avoid; }
            }
            """;

    private Style() {}
}
