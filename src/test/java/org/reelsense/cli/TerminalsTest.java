package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalsTest {

    /** Variables as {@code NAME=value}; what the launcher says of standard output and standard error. */
    private static Terminals of(String variables, String out, String err) {
        Map<String, String> environment = new HashMap<>();
        Stream.of(variables.split(" ")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", -1);
            environment.put(parts[0], parts[1]);
        });
        Properties told = new Properties();
        told.setProperty("reelsense.out.terminal", out);
        told.setProperty("reelsense.terminal", err);
        return Terminals.of(environment, told, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''                        | true  | true  | true  | true  | true
            TERM=xterm                | true  | true  | true  | true  | true
            TERM=xterm NO_COLOR=      | true  | true  | true  | true  | true
            TERM=xterm NO_COLOR=1     | true  | true  | true  | true  | false
            NO_COLOR=0                | true  | true  | true  | true  | false
            NO_COLOR=false            | true  | true  | true  | true  | false
            TERM=dumb                 | true  | true  | false | false | false
            TERM=dumb NO_COLOR=1      | true  | true  | false | false | false
            ''                        | false | true  | false | true  | false
            ''                        | true  | false | true  | false | true
            NO_COLOR=1                | false | true  | false | true  | false
            ''                        | false | false | false | false | false
            """)
    void of_environmentAndLauncher_decide(
            String environment, String toldOut, String toldErr, boolean out, boolean err, boolean styled) {
        assertThat(of(environment, toldOut, toldErr)).isEqualTo(new Terminals(out, err, styled));
    }

    @Test
    void of_noLauncher_aConsoleStandsForBoth() {
        assertThat(Terminals.of(Map.of(), new Properties(), true)).isEqualTo(new Terminals(true, true, true));
        assertThat(Terminals.of(Map.of("NO_COLOR", "1"), new Properties(), true))
                .isEqualTo(new Terminals(true, true, false));
        assertThat(Terminals.of(Map.of(), new Properties(), false)).isEqualTo(Terminals.NONE);
    }
}
