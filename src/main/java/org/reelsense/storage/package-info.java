/**
 * Files that are whole or absent: one durable write (write, force, atomic move, force folder) for everything the
 * toolkit saves, checksums, and the one exception that says "this file is missing, damaged or unreachable".
 *
 * <p>Lowest layer: uses nothing of ours, may be used by every package.
 */
@NullMarked
package org.reelsense.storage;

import org.jspecify.annotations.NullMarked;
