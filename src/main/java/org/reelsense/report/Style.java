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
              --for: 0 140 70; --against: 215 45 45;
              --c0: #0072b2; --c1: #b34700; --c2: #00795a; --c3: #a3457d; --c4: #7a5c00; --c5: #444c56;
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --ground: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --rule: #30363d; --band: #161b22;
                --for: 46 200 120; --against: 255 100 95;
                --c0: #56b4e9; --c1: #ff9e57; --c2: #3ecfa4; --c3: #e29ac4; --c4: #e6c84f; --c5: #b1bac4;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0 auto; padding: 1rem; max-width: 76rem;
              font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
              overflow-wrap: anywhere;
            }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0; }
            h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0.5rem; }
            h3, summary { font-size: 1rem; font-weight: 600; margin: 1.5rem 0 0.5rem; }
            h4 { font-size: 0.875rem; margin: 1rem 0 0.25rem; }
            p, li { max-width: 46rem; }
            ul { padding-left: 1.25rem; }
            li { margin: 0.35rem 0; }
            a { color: var(--c0); }
            nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; font-size: 0.875rem; }
            .lead p { font-size: 1.125rem; margin: 0.75rem 0; }
            .note { font-size: 0.875rem; color: var(--soft); }
            details { margin: 0.75rem 0; }
            summary { cursor: pointer; margin: 0 0 0.5rem; }
            .scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; }
            table { border-collapse: collapse; width: 100%; font-size: 0.875rem; overflow-wrap: normal; }
            th, td { padding: 0.35rem 0.6rem; text-align: left; white-space: nowrap; vertical-align: bottom; }
            thead th { background: var(--band); }
            tbody tr { border-top: 1px solid var(--rule); }
            th:first-child, td:first-child {
              position: sticky; left: 0; max-width: 14rem; background: var(--ground);
            }
            td.long { white-space: normal; overflow-wrap: anywhere; min-width: 8rem; }
            thead th:first-child { background: var(--band); }
            .scroll .figure { text-align: right; font-variant-numeric: tabular-nums; }
            .unit { display: block; font-weight: normal; color: var(--soft); }
            .signature { font: 0.75rem/1.4 ui-monospace, monospace; color: var(--soft); margin: 0.35rem 0; max-width: none; }
            article { border-left: 3px solid var(--rule); padding-left: 0.75rem; margin: 1rem 0; break-inside: avoid; }
            article p { margin: 0.25rem 0; font-size: 0.9375rem; }
            mark {
              color: inherit; background: rgb(var(--hue) / var(--depth)); border-radius: 2px;
              text-decoration: underline 2px rgb(var(--hue)); text-underline-offset: 3px;
              -webkit-print-color-adjust: exact; print-color-adjust: exact;
            }
            mark.for { --hue: var(--for); }
            mark.against { --hue: var(--against); text-decoration-style: dashed; }
            .s1 { --depth: 0.08; } .s2 { --depth: 0.16; } .s3 { --depth: 0.27; } .s4 { --depth: 0.4; }
            .omission { color: var(--soft); }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
            dt { color: var(--soft); }
            dd { margin: 0; }
            .charts { display: grid; gap: 1.5rem; margin: 1rem 0; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
            figure { margin: 0; max-width: 30rem; break-inside: avoid; }
            figcaption { font-weight: 600; }
            figcaption span { display: block; font-weight: normal; font-size: 0.875rem; color: var(--soft); }
            @media (max-width: 32rem) {
              dl { grid-template-columns: 1fr; gap: 0; }
              dd { margin-bottom: 0.5rem; }
              th, td { padding: 0.35rem 0.45rem; }
              td.long { min-width: 6.5rem; }
            }
            @media print {
              :root { color-scheme: light; }
              body { padding: 0; max-width: none; font-size: 10pt; }
              .scroll { overflow: visible; border: 0; }
              table { font-size: 7pt; }
              th, td { padding: 0.2em 0.4em; white-space: normal; }
              th:first-child, td:first-child { position: static; }
              td.long { min-width: 0; }
              tr { break-inside: avoid; }
              h2, h3, h4 { break-after: avoid; }
              nav { display: none; }
              details::details-content { content-visibility: visible; block-size: auto; }
            }
            """;

    private Style() {}
}
