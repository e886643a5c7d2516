package org.reelsense.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** An engine for tests: prints what libraries print, works without time, fails when told to. */
public final class EchoEngine implements Engine {

    private String part = "";

    @Override
    public Map<String, String> prepare(Setting setting) {
        System.out.println("a library says hello");
        part = setting.text(Contestant.PART) + "/" + setting.text(Contestant.PARTS);
        return Map.of("threads", System.getenv().getOrDefault("OMP_NUM_THREADS", "unset"), "part", part);
    }

    @Override
    public float[] probe(String what) throws IOException, InterruptedException {
        if (what.equals("leave a file")) {
            Files.createTempFile("echo", ".tmp");
        }
        if (what.equals("sleep")) {
            Thread.sleep(60_000);
        }
        if (what.equals("die")) {
            Runtime.getRuntime().halt(1);
        }
        return new float[] {what.length()};
    }

    @Override
    public Turn run(int first, int units) {
        if (units > 100) {
            throw new IllegalArgumentException("units: " + units + " are too many");
        }
        return new Turn(units, first, part.startsWith("1") ? 2 : 1);
    }

    @Override
    public void close() {}
}
