package org.reelsense.bench.process;

import java.util.List;
import java.util.Map;

/**
 * How to start a row's workers.
 *
 * @param row its name in tables
 * @param engine class name of its {@link Engine}
 * @param classPath as {@code java -cp} takes it
 * @param jvmOptions such as {@code -Xmx2g}
 * @param environment variables to set; thread variables that are not named here are removed from what the driver inherited
 * @param processes workers that share each setting's work and run at the same time
 */
public record Launch(
        String row,
        Class<? extends Engine> engine,
        String classPath,
        List<String> jvmOptions,
        Map<String, String> environment,
        int processes) {

    public Launch {
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }
}
