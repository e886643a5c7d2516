package org.reelsense.bench.scoring;

import java.util.List;

/** One operation of an ONNX graph (NodeProto), written as it is built up. */
final class OnnxNode {

    private static final int ATTRIBUTE = 5;
    private static final int TYPE = 20;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int INTS = 7;

    private final ProtoMessage node = new ProtoMessage();

    /** An input with an empty name is left out, as ONNX has it. */
    OnnxNode(String operation, List<String> inputs, String output) {
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(4, operation);
    }

    OnnxNode with(String attribute, long value) {
        node.message(
                ATTRIBUTE,
                new ProtoMessage().text(1, attribute).number(3, value).number(TYPE, INT));
        return this;
    }

    OnnxNode withInts(String attribute, long... values) {
        ProtoMessage list = new ProtoMessage().text(1, attribute);
        for (long value : values) {
            list.number(8, value);
        }
        node.message(ATTRIBUTE, list.number(TYPE, INTS));
        return this;
    }

    OnnxNode with(String attribute, String value) {
        node.message(
                ATTRIBUTE, new ProtoMessage().text(1, attribute).text(4, value).number(TYPE, STRING));
        return this;
    }

    ProtoMessage message() {
        return node;
    }
}
