package org.reelsense.report;

/**
 * The style of the charts, to stand behind {@link Style#CSS}, whose colours {@code --ground}, {@code --ink}, {@code --soft},
 * {@code --rule} and {@code --c0} to {@code --c5} it uses. The paler colours are for networks of one direction.
 */
final class ChartStyle {

    /** Free of {@code <} and {@code &}, so that it may stand in HTML and in XML unescaped. */
    static final String CSS = """

            :root { --c6: #3d8fc7; --c7: #d0692c; --c8: #2a9a78; }
            @media screen and (prefers-color-scheme: dark) {
              :root { --c6: #3f8fc4; --c7: #c9713a; --c8: #2f9c7c; }
            }
            .chart { display: block; width: 100%; height: auto; margin-top: 0.5rem; }
            .chart text {
              font: 13px system-ui, sans-serif; fill: var(--ink);
              paint-order: stroke; stroke: var(--ground); stroke-width: 3px; stroke-linejoin: round;
            }
            .chart .grid { stroke: var(--rule); }
            .chart .rule { stroke: var(--soft); }
            .chart .line { fill: none; stroke: var(--c); }
            .chart .hollow { fill: var(--ground); stroke: var(--c); stroke-width: 1.6; }
            .chart .dot { fill: var(--c); }
            .chart .ground { fill: var(--ground); }
            .chart .c0 { --c: var(--c0); } .chart .c1 { --c: var(--c1); } .chart .c2 { --c: var(--c2); }
            .chart .c3 { --c: var(--c3); } .chart .c4 { --c: var(--c4); } .chart .c5 { --c: var(--c5); }
            .chart .c6 { --c: var(--c6); } .chart .c7 { --c: var(--c7); } .chart .c8 { --c: var(--c8); }
            """;

    private ChartStyle() {}
}
