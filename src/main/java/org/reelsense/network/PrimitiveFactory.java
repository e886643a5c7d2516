package org.reelsense.network;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.lbr_gru_backward;
import org.bytedeco.dnnl.lbr_gru_forward;
import org.bytedeco.dnnl.lstm_backward;
import org.bytedeco.dnnl.lstm_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.bytedeco.dnnl.vanilla_rnn_backward;
import org.bytedeco.dnnl.vanilla_rnn_forward;
import org.jspecify.annotations.Nullable;

/**
 * Asks oneDNN for the recurrent primitives of one cell: one layer, one direction, left to right. The only place where
 * the cells' differing constructors show; what comes back is used alike for all.
 *
 * <p>The initial state is always given, though it is zero: without one, oneDNN 3.11 returns wrong gradients of the hidden
 * weights for the RNN and the LSTM (seen against PyTorch and against numeric slopes; the GRU is right either way).
 */
final class PrimitiveFactory {

    private static final int LEFT_TO_RIGHT = dnnl.dnnl_unidirectional_left2right;
    private static final memory.data_type F32 = memory.data_type.f32;

    private final engine engine;
    private final Cell cell;
    private final int inputSize;
    private final int hiddenSize;
    private final NumberTypes types;
    private final @Nullable primitive_attr scales;

    /** For floats. */
    PrimitiveFactory(engine engine, Cell cell, int inputSize, int hiddenSize) {
        this(engine, cell, inputSize, hiddenSize, NumberTypes.of(Arithmetic.FLOAT), null);
    }

    /** For other numbers, to score with; {@code scales} hold their scales, if they have any, and must outlive this. */
    PrimitiveFactory(
            engine engine,
            Cell cell,
            int inputSize,
            int hiddenSize,
            NumberTypes types,
            @Nullable primitive_attr scales) {
        this.engine = engine;
        this.cell = cell;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        this.types = types;
        this.scales = scales;
    }

    /** [T, B, features] */
    private static memory.desc sequence(KernelShape shape, int features, memory.data_type type) {
        return new memory.desc(new long[] {shape.time(), shape.batch(), features}, type, memory.format_tag.tnc);
    }

    /** [T, B, E] */
    memory.desc input(KernelShape shape) {
        return sequence(shape, inputSize, types.data());
    }

    /** [T, B, H] */
    memory.desc output(KernelShape shape) {
        return sequence(shape, hiddenSize, types.result());
    }

    /** [T, B, H] of floats, whatever the results are. */
    memory.desc floatOutput(KernelShape shape) {
        return sequence(shape, hiddenSize, F32);
    }

    /** The initial or final hidden state [1, 1, B, H]. */
    memory.desc state(KernelShape shape) {
        return state(shape, types.data());
    }

    /** The initial or final cell state [1, 1, B, H], of floats. */
    memory.desc cellState(KernelShape shape) {
        return state(shape, F32);
    }

    private memory.desc state(KernelShape shape, memory.data_type type) {
        return new memory.desc(new long[] {1, 1, shape.batch(), hiddenSize}, type, memory.format_tag.ldnc);
    }

    /** The weights of {@code in} features as layer, direction, input, gate, output; {@code tag} says how they lie. */
    memory.desc weights(int in, memory.format_tag tag) {
        return new memory.desc(new long[] {1, 1, in, cell.gates(), hiddenSize}, types.weight(), tag);
    }

    memory.desc bias() {
        return new memory.desc(new long[] {1, 1, cell.kernelBiases(), hiddenSize}, F32, memory.format_tag.ldgo);
    }

    /** The forward pass; for training it also fills the workspace that the backward pass reads. */
    rnn_primitive_desc_base forward(KernelShape shape, boolean training) {
        int kind = training ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference;
        memory.desc none = new memory.desc();
        memory.desc start = state(shape);
        memory.desc source = input(shape);
        memory.desc target = output(shape);
        memory.desc input = weights(inputSize, memory.format_tag.any);
        memory.desc hidden = weights(hiddenSize, memory.format_tag.any);
        primitive_attr attributes = scales == null ? new primitive_attr() : scales; // freed by the caller's scope
        return switch (cell) {
            case RNN ->
                new vanilla_rnn_forward.primitive_desc(
                        engine,
                        kind,
                        dnnl.dnnl_eltwise_tanh,
                        LEFT_TO_RIGHT,
                        source,
                        start,
                        input,
                        hidden,
                        bias(),
                        target,
                        none,
                        attributes,
                        false);
            case LSTM ->
                new lstm_forward.primitive_desc(
                        engine,
                        kind,
                        LEFT_TO_RIGHT,
                        source,
                        start,
                        cellState(shape),
                        input,
                        hidden,
                        bias(),
                        target,
                        none,
                        none,
                        attributes,
                        false);
            case GRU ->
                new lbr_gru_forward.primitive_desc(
                        engine,
                        kind,
                        LEFT_TO_RIGHT,
                        source,
                        start,
                        input,
                        hidden,
                        bias(),
                        target,
                        none,
                        attributes,
                        false);
        };
    }

    /** The backward pass to {@code forward}, which must come from {@link #forward} for training and the same shape. */
    rnn_primitive_desc_base backward(KernelShape shape, rnn_primitive_desc_base forward) {
        int kind = dnnl.dnnl_backward;
        memory.desc none = new memory.desc();
        memory.desc start = state(shape);
        memory.desc source = input(shape);
        memory.desc target = output(shape);
        memory.desc input = weights(inputSize, memory.format_tag.any);
        memory.desc hidden = weights(hiddenSize, memory.format_tag.any);
        memory.desc bias = bias();
        memory.desc inputGradient = weights(inputSize, memory.format_tag.ldigo);
        memory.desc hiddenGradient = weights(hiddenSize, memory.format_tag.ldigo);
        return switch (cell) {
            case RNN ->
                new vanilla_rnn_backward.primitive_desc(
                        engine,
                        kind,
                        dnnl.dnnl_eltwise_tanh,
                        LEFT_TO_RIGHT,
                        source,
                        start,
                        input,
                        hidden,
                        bias,
                        target,
                        none,
                        source,
                        start,
                        inputGradient,
                        hiddenGradient,
                        bias,
                        target,
                        none,
                        (vanilla_rnn_forward.primitive_desc) forward);
            case LSTM ->
                new lstm_backward.primitive_desc(
                        engine,
                        kind,
                        LEFT_TO_RIGHT,
                        source,
                        start,
                        start,
                        input,
                        hidden,
                        bias,
                        target,
                        none,
                        none,
                        source,
                        start,
                        start,
                        inputGradient,
                        hiddenGradient,
                        bias,
                        target,
                        none,
                        none,
                        (lstm_forward.primitive_desc) forward);
            case GRU ->
                new lbr_gru_backward.primitive_desc(
                        engine,
                        kind,
                        LEFT_TO_RIGHT,
                        source,
                        start,
                        input,
                        hidden,
                        bias,
                        target,
                        none,
                        source,
                        start,
                        inputGradient,
                        hiddenGradient,
                        bias,
                        target,
                        none,
                        (lbr_gru_forward.primitive_desc) forward);
        };
    }
}
