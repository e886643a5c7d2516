package org.reelsense.bench.process;

import java.util.Map;

/**
 * A line from the driver to a worker.
 *
 * @param setting for {@code PREPARE}
 * @param what for {@code PROBE}
 * @param first for {@code RUN}
 * @param units for {@code RUN}
 */
record Request(Command command, Map<String, String> setting, String what, int first, int units) {

    enum Command {
        PREPARE,
        PROBE,
        RUN
    }

    static Request prepare(Setting setting) {
        return new Request(Command.PREPARE, setting.values(), "", 0, 0);
    }

    static Request probe(String what) {
        return new Request(Command.PROBE, Map.of(), what, 0, 0);
    }

    static Request run(int first, int units) {
        return new Request(Command.RUN, Map.of(), "", first, units);
    }
}
