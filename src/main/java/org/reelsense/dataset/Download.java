package org.reelsense.dataset;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * Fetches a file over http(s) so that its final name holds an accepted whole or nothing: into {@link PartFile}, going on
 * after a cut, then accepted, forced to disk and moved. A lock keeps two processes from writing one part.
 */
final class Download {

    private static final String LOCK = "download.lock";

    /** Judges a finished part. */
    @FunctionalInterface
    interface Acceptance {
        /** Throws DataException if the file is not what was wanted. */
        void judge(Path file) throws IOException;
    }

    private final URI address;
    private final Path target;
    private final Acceptance acceptance;
    private final DownloadPolicy policy;
    private final Substitute substitute;
    private final PartFile part;
    private final Transfer transfer;

    /** An archive: it must be a gzip file before {@code acceptance} is asked. */
    Download(URI address, Path target, Acceptance acceptance, DownloadPolicy policy) {
        this(address, target, part -> judgeArchive(part, address, acceptance), policy, Substitute.ARCHIVE);
    }

    /** Any file. */
    Download(URI address, Path target, Acceptance acceptance, DownloadPolicy policy, Substitute substitute) {
        this.address = address;
        this.target = target.toAbsolutePath();
        this.acceptance = acceptance;
        this.policy = policy;
        this.substitute = substitute;
        this.part = PartFile.beside(this.target);
        this.transfer = new Transfer(address, part, new HttpGet(policy), policy, substitute);
    }

    /**
     * Fetches the file unless another process has done so meanwhile.
     *
     * @throws DataException if it cannot be had; what has come so far is kept for the next try if it may be of use
     */
    void run(Progress progress) throws DataException {
        Path lock = target.resolveSibling(LOCK);
        try {
            DurableFile.makeFolder(target.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                waitForTurn(channel, progress);
                if (!Files.exists(target)) {
                    tryAgainAndAgain(progress);
                }
            }
        } catch (DataException e) {
            throw e.getCause() instanceof ClosedByInterruptException interrupted ? interrupted(interrupted) : e;
        } catch (InterruptedException | ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (OverlappingFileLockException e) {
            throw new DataException(
                    "A download to " + target.getParent() + " is under way: wait until it has ended", e);
        } catch (IOException e) {
            throw part.cannotWrite(e);
        }
    }

    private DataException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new DataException("The download of " + address + " was interrupted: start it again to go on", cause);
    }

    /** The lock ends when the channel is closed, and with this process however it ends. */
    private void waitForTurn(FileChannel channel, Progress progress) throws IOException {
        if (channel.tryLock() == null) {
            progress.say("Another process downloads to " + target.getParent() + ": waiting for it");
            channel.lock();
        }
    }

    private void tryAgainAndAgain(Progress progress) throws IOException, InterruptedException {
        for (int attempt = 1; !tryOnce(attempt, progress); attempt++) {
            progress.say("Trying again at byte " + part.length() + " of " + address);
        }
    }

    /** True if the file is there, false if another attempt makes sense; then the pause is over. */
    private boolean tryOnce(int attempt, Progress progress) throws IOException, InterruptedException {
        try {
            boolean resumed = transfer.run(progress);
            return accept(resumed && attempt < policy.attempts(), progress);
        } catch (DataException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            if (attempt >= policy.attempts() || isHopeless(e)) {
                throw unreachable(e);
            }
            progress.say("The download stopped (" + reason(e) + ")");
            Thread.sleep(policy.pauseAfter(attempt, e instanceof Transfer.Busy busy ? busy.retryAfter() : Duration.ZERO)
                    .toMillis());
            return false;
        }
    }

    private boolean accept(boolean mayStartAfresh, Progress progress) throws IOException {
        try {
            acceptance.judge(part.file());
        } catch (DataException e) {
            part.discard();
            if (mayStartAfresh) { // the two halves may be of different versions
                progress.say(e.getMessage());
                return false;
            }
            throw e;
        }
        part.promote(target);
        return true;
    }

    private static void judgeArchive(Path part, URI address, Acceptance acceptance) throws IOException {
        GzipFile.requireMagic(part, address.toString());
        acceptance.judge(part);
    }

    /** Without a connection from the start there is nothing to wait for; after a cut there is. */
    private boolean isHopeless(IOException e) throws IOException {
        boolean noConnection = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
        return e instanceof SSLHandshakeException || noConnection && part.length() == 0;
    }

    private DataException unreachable(IOException e) {
        return new DataException(
                "Cannot download " + address + " (" + reason(e)
                        + "): check the network, or fetch the file elsewhere and give it with `" + substitute.option()
                        + "`",
                e);
    }

    static String reason(IOException e) {
        if (e.getMessage() != null) {
            return e.getMessage();
        }
        return e instanceof ConnectException ? "no connection" : e.getClass().getSimpleName();
    }
}
