package org.reelsense.cli;

import java.util.Map;
import java.util.Properties;

/**
 * Which outputs somebody looks at on a terminal, and whether these may be styled. The only place that decides on bold and
 * colour; a bar on standard error has neither, so {@code NO_COLOR} does not concern it.
 *
 * @param out results are looked at
 * @param err a bar may be drawn on standard error
 * @param styled results may hold ANSI escapes for bold and colour
 */
record Terminals(boolean out, boolean err, boolean styled) {

    /** Everything goes to programs and files. */
    static final Terminals NONE = new Terminals(false, false, false);

    /** Set by the launcher, which can ask the system about each output alone; Java cannot. */
    private static final String OUT_PROPERTY = "reelsense.out.terminal";

    private static final String ERR_PROPERTY = "reelsense.terminal";

    static Terminals ofProcess() {
        int jdk = Runtime.version().feature();
        // JDK 22 to 24 give a console in any case.
        boolean console = System.console() != null && (jdk < 22 || jdk > 24);
        return of(System.getenv(), System.getProperties(), console);
    }

    /**
     * Nothing is styled, and no bar drawn, if {@code TERM} is {@code dumb}; nothing is styled if {@code NO_COLOR} is set
     * and not empty (no-color.org).
     *
     * @param console stands for both outputs where the launcher did not speak
     */
    static Terminals of(Map<String, String> environment, Properties told, boolean console) {
        boolean capable = !"dumb".equals(environment.get("TERM"));
        boolean out = capable && isTerminal(told.getProperty(OUT_PROPERTY, ""), console);
        boolean err = capable && isTerminal(told.getProperty(ERR_PROPERTY, ""), console);
        return new Terminals(
                out, err, out && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    private static boolean isTerminal(String told, boolean console) {
        return told.isEmpty() ? console : Boolean.parseBoolean(told);
    }
}
