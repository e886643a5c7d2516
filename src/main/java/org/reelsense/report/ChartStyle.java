package org.reelsense.report;

/** The style of the charts, to stand behind {@link Style#CSS}, whose colours it uses. */
final class ChartStyle {

    /** Free of {@code <} and {@code &}, so that it may stand in HTML and in XML unescaped. */
    static final String CSS = """

            svg { display: block; width: 100%; height: auto; margin-top: 0.5rem; }
            text {
              font: 13px system-ui, sans-serif; fill: var(--ink);
              paint-order: stroke; stroke: var(--ground); stroke-width: 4px;
            }
            .grid { stroke: var(--rule); }
            .ground { fill: var(--ground); }
            .axis { stroke: var(--soft); }
            .line { fill: none; stroke: var(--c); stroke-width: 2; }
            .dot { fill: var(--c); }
            .c0 { --c: var(--c0); } .c1 { --c: var(--c1); } .c2 { --c: var(--c2); }
            .c3 { --c: var(--c3); } .c4 { --c: var(--c4); } .c5 { --c: var(--c5); }
            .d1 { stroke-dasharray: 7 3; } .d2 { stroke-dasharray: 2 3; } .d3 { stroke-dasharray: 8 3 2 3; }
            """;

    private ChartStyle() {}
}
