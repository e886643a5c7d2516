package org.reelsense.bench.scoring;

import java.util.List;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;

/**
 * A network of ours as an ONNX file (opset 17): inputs {@code ids} [T, B], {@code lengths} [B] and {@code penalty}
 * [T, 1, B, 1], 0 where a row has a token and -4 where it is padding; outputs {@code maximum} and {@code sum} over time,
 * [D, B, H]. ONNX's recurrent operators give 0 behind a row's end, so the sum needs no mask, and what is 4 below any
 * output of a cell never is the maximum. The linear layer is left to the caller, since the pieces of a review are joined
 * before it.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/Operators.md">ONNX operators</a>
 */
final class OnnxFile {

    static final float PADDING = -4;

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    private OnnxFile() {}

    static byte[] of(Weights weights) {
        ProtoMessage opset = new ProtoMessage().text(1, "").number(2, OPSET);
        return new ProtoMessage()
                .number(1, IR_VERSION)
                .text(2, "reelsense")
                .message(7, graph(weights))
                .message(8, opset)
                .toByteArray();
    }

    private static ProtoMessage graph(Weights weights) {
        ProtoMessage graph = new ProtoMessage();
        nodes(weights.spec()).forEach(node -> graph.message(NODE, node.message()));
        graph.text(2, "reelsense");
        initializers(weights).forEach(tensor -> graph.message(INITIALIZER, tensor));
        return graph.message(INPUT, OnnxTensors.described("ids", OnnxTensors.INT32, List.of("T", "B")))
                .message(INPUT, OnnxTensors.described("lengths", OnnxTensors.INT32, List.of("B")))
                .message(INPUT, OnnxTensors.described("penalty", OnnxTensors.FLOAT, List.of("T", "one", "B", "one")))
                .message(OUTPUT, OnnxTensors.described("maximum", OnnxTensors.FLOAT, List.of("D", "B", "H")))
                .message(OUTPUT, OnnxTensors.described("sum", OnnxTensors.FLOAT, List.of("D", "B", "H")));
    }

    private static List<OnnxNode> nodes(NetworkSpec spec) {
        return List.of(
                new OnnxNode("Gather", List.of("embedding", "ids"), "rows").with("axis", 0),
                recurrent(spec),
                new OnnxNode("Add", List.of("outputs", "penalty"), "masked"),
                new OnnxNode("ReduceMax", List.of("masked"), "maximum")
                        .withInts("axes", 0)
                        .with("keepdims", 0),
                new OnnxNode("ReduceSum", List.of("outputs", "time"), "sum").with("keepdims", 0));
    }

    private static OnnxNode recurrent(NetworkSpec spec) {
        OnnxNode node = new OnnxNode(spec.cell().name(), List.of("rows", "W", "R", "B", "lengths"), "outputs")
                .with("hidden_size", spec.hiddenSize())
                .with("direction", spec.bidirectional() ? "bidirectional" : "forward");
        return spec.cell() == Cell.GRU ? node.with("linear_before_reset", 1) : node;
    }

    private static List<ProtoMessage> initializers(Weights weights) {
        NetworkSpec spec = weights.spec();
        OnnxWeights recurrent = new OnnxWeights(weights);
        return List.of(
                OnnxTensors.floats("embedding", weights.embedding(), spec.vocabularySize(), spec.embeddingSize()),
                recurrent.input(),
                recurrent.hidden(),
                recurrent.bias(),
                OnnxTensors.longs("time", new long[] {0}, 1));
    }
}
