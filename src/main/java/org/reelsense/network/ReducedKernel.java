package org.reelsense.network;

import org.bytedeco.dnnl.primitive_attr;

/** One direction in numbers of 8 or 16 bits, on one thread. As {@link RecurrentKernel} it keeps a program a shape. */
final class ReducedKernel implements ScoringKernel {

    /** oneDNN's bits for axes 3 and 4 of the weights, gate and output: each has a scale of its own. */
    private static final int SCALE_A_GATE_AND_UNIT = 1 << 3 | 1 << 4;

    private final OneDnn oneDnn;
    private final Arithmetic arithmetic;
    private final NetworkSpec spec;
    private final byte[] codes;
    private final int rowBytes;
    private final primitive_attr attributes = new primitive_attr();
    private final PrimitiveFactory factory;
    private final ReducedWeights packed;
    private final ShapePrograms<ReducedProgram> programs = new ShapePrograms<>(ReducedProgram::close);
    private ReducedBuffers buffers;

    /** {@code direction} is 0 for forward, 1 for reverse. */
    ReducedKernel(OneDnn oneDnn, ScoringWeights weights, int direction) {
        this.oneDnn = oneDnn;
        arithmetic = weights.arithmetic();
        spec = weights.weights().spec();
        codes = weights.codes();
        rowBytes = spec.embeddingSize() * arithmetic.bytes();
        float[] dense = weights.weights().dense();
        ParameterLayout.Direction slots = ParameterLayout.of(spec).direction(direction);
        if (arithmetic == Arithmetic.EIGHT_BIT) {
            dense = EightBit.scaled(dense, slots, weights.columnScale());
            attributes.set_rnn_data_qparams(EightBit.DATA_SCALE, EightBit.ZERO);
            attributes.set_rnn_weights_qparams(SCALE_A_GATE_AND_UNIT, EightBit.weightScale(dense, slots));
        }
        factory = new PrimitiveFactory(
                oneDnn.engine,
                spec.cell(),
                spec.embeddingSize(),
                spec.hiddenSize(),
                NumberTypes.of(arithmetic),
                attributes);
        packed = new ReducedWeights(oneDnn, spec, dense, slots, attributes);
        buffers = buffers(KernelRoom.NONE);
    }

    private ReducedBuffers buffers(KernelRoom room) {
        return new ReducedBuffers(room, spec.embeddingSize(), spec.hiddenSize(), arithmetic);
    }

    @Override
    public void prepare(KernelShape shape) {
        if (!buffers.room().holds(shape)) {
            KernelRoom wanted = buffers.room().with(shape);
            replaceBuffers(KernelRoom.NONE); // if there is no memory for the next, none that is freed stays in use
            replaceBuffers(wanted);
        }
        if (!programs.has(shape)) {
            programs.add(shape, new ReducedProgram(oneDnn, factory, shape, buffers, packed));
        }
    }

    private void replaceBuffers(KernelRoom room) {
        programs.clear();
        buffers.close();
        buffers = buffers(room);
    }

    @Override
    public void put(int row, int id) {
        buffers.input().buffer().put(row * rowBytes, codes, id * rowBytes, rowBytes);
    }

    @Override
    public void forward(KernelShape shape) {
        programs.of(shape).forward();
    }

    @Override
    public NativeFloats output() {
        return buffers.output();
    }

    @Override
    public void close() {
        programs.close();
        buffers.close();
        packed.close();
        attributes.close();
    }
}
