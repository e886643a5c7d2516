package org.reelsense.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A worker process: an engine that waits on standard input for its turn, does it, answers, and waits again. Ends when its
 * input does.
 */
public final class WorkerMain {

    private final Engine engine;
    private final PrintStream answers;

    private WorkerMain(Engine engine, PrintStream answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /** {@code ENGINE_CLASS} */
    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        try (Engine engine =
                (Engine) Class.forName(args[0]).getDeclaredConstructor().newInstance()) {
            new WorkerMain(engine, answers).serve();
        }
        System.exit(0); // libraries leave threads behind
    }

    private void serve() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Optional<Request> request = Lines.read(line, Request.class);
            if (request.isPresent()) {
                answers.println(Lines.of(answer(request.get())));
                answers.flush();
            }
        }
    }

    /** An engine may fail on one setting and still do the next; the driver decides. */
    private Reply answer(Request request) {
        try {
            return switch (request.command()) {
                case PREPARE -> Reply.ready(engine.prepare(new Setting(request.setting())));
                case PROBE -> Reply.probed(engine.probe(request.what()));
                case RUN -> Reply.done(engine.run(request.first(), request.units()));
            };
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            e.printStackTrace();
            return Reply.failed(e.toString());
        }
    }
}
