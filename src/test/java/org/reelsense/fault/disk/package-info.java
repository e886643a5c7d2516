/**
 * Disks that fail: a file system of {@code java.nio} that passes everything on to the real one and tells a {@link
 * org.reelsense.fault.disk.Watch} of every step that changes something. The watch may refuse the step, stop the process at
 * it, or keep it for {@link org.reelsense.fault.disk.PowerCut}.
 *
 * <p>Inside a test, {@link org.reelsense.fault.disk.WatchedPath#of} gives a path; whatever is made of it stays within. A
 * process whose every file is watched is started with {@code -Djava.nio.file.spi.DefaultFileSystemProvider}.
 */
@NullMarked
package org.reelsense.fault.disk;

import org.jspecify.annotations.NullMarked;
