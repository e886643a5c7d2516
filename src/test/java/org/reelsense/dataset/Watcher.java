package org.reelsense.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Looks at a file again and again from a thread of its own, until it is stopped. */
final class Watcher {

    private final Path file;
    private final byte[] expected;
    private final Thread thread = new Thread(this::watch, "watcher");
    private volatile boolean stopped;
    private volatile long looks;
    private volatile long wrong;

    Watcher(Path file, byte[] expected) {
        this.file = file;
        this.expected = expected;
        thread.start();
    }

    /** How often it looked; ask after stopping. */
    long looks() {
        return looks;
    }

    /** How often the file was neither absent nor whole; ask after stopping. */
    long wrong() {
        return wrong;
    }

    private void watch() {
        while (!stopped) {
            long before = wrong;
            wrong = before + (isAbsentOrWhole() ? 0 : 1);
            looks = looks + 1;
            Thread.yield();
        }
    }

    private boolean isAbsentOrWhole() {
        try {
            return Arrays.equals(Files.readAllBytes(file), expected);
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
