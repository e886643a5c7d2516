package org.reelsense.model;

import java.util.Map;

/** What may stand in a model file, so that whatever is written can be read again. */
final class ContentRules {

    /** The characters that JSON escapes with one letter. Others get hexadecimal digits, see {@link #checkWritable}. */
    private static final String SHORT_ESCAPES = "\b\t\n\f\r";

    private ContentRules() {}

    /** Throws IllegalArgumentException for what no file can hold. */
    static void check(Map<String, String> metadata, Map<String, Tensor> tensors) {
        checkCount("metadata", metadata.size(), Limits.METADATA_ENTRIES);
        checkCount("tensors", tensors.size(), Limits.TENSORS);
        metadata.forEach((key, value) -> {
            checkText("metadata key", key, Limits.NAME_CHARS);
            checkText("metadata " + key, value, Limits.VALUE_CHARS);
        });
        if (metadata.containsKey(ContentChecksum.KEY)) {
            throw new IllegalArgumentException("metadata: received the key checksum, which write adds; leave it out");
        }
        tensors.keySet().forEach(ContentRules::checkTensorName);
    }

    /**
     * Throws IllegalArgumentException for what we do not write. A control character without a short escape has two
     * hexadecimal ones, such as 001f and 001F: one bit apart and the same content, a flip that no checksum over the
     * content can see.
     */
    static void checkWritable(Map<String, String> metadata, Map<String, Tensor> tensors) {
        String format = metadata.getOrDefault(ModelFile.FORMAT_KEY, "none");
        if (!format.equals(ModelFile.FORMAT)) {
            throw new IllegalArgumentException("metadata format: received %s, allowed %s; set it"
                    .formatted(ModelFileException.quoted(format), ModelFile.FORMAT));
        }
        metadata.forEach((key, value) -> {
            checkControls("metadata key", key);
            checkControls("metadata " + key, value);
        });
        tensors.keySet().forEach(name -> checkControls("tensor name", name));
    }

    /** Whether every surrogate has its other half, without which there is no UTF-8. */
    static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                // A whole pair is read as one code point above the surrogates; step over its second half.
                if (!Character.isSupplementaryCodePoint(text.codePointAt(at++))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void checkTensorName(String name) {
        checkText("tensor name", name, Limits.NAME_CHARS);
        if (name.isEmpty() || name.equals(HeaderParser.METADATA)) {
            throw new IllegalArgumentException(
                    "tensor name: received %s, allowed any but \"\" and __metadata__; rename it"
                            .formatted(ModelFileException.quoted(name)));
        }
    }

    private static void checkCount(String field, int count, int max) {
        if (count > max) {
            throw new IllegalArgumentException(
                    "%s: received %d, allowed at most %d; join some".formatted(field, count, max));
        }
    }

    private static void checkText(String field, String text, int max) {
        if (text.length() > max) {
            throw new IllegalArgumentException(
                    "%s: received %d characters, allowed at most %d; shorten it".formatted(field, text.length(), max));
        }
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("%s: received %s with half a surrogate pair, allowed whole characters;"
                            .formatted(field, ModelFileException.quoted(text))
                    + " clean the text");
        }
    }

    private static void checkControls(String field, String text) {
        if (text.chars().anyMatch(c -> c < ' ' && SHORT_ESCAPES.indexOf(c) < 0)) {
            throw new IllegalArgumentException(
                    "%s: received %s with a control character, allowed of these \\b \\t \\n \\f \\r; take it out"
                            .formatted(field, ModelFileException.quoted(text)));
        }
    }
}
