package org.reelsense.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.ParameterLayout;

/** The tensors of a file, asked for by name: there and as they should be, or the typed error. Copies nothing. */
record NamedTensors(String file, ModelFile content) {

    /** The tensor of that name, of finite floats. */
    Tensor floats(String name, List<Integer> shape) throws ModelFileException {
        Tensor tensor = of(name, DType.F32, shape);
        for (var values = tensor.floatView(); values.hasRemaining(); ) {
            float value = values.get();
            if (!Float.isFinite(value)) {
                throw problem(Reason.BAD_ENTRY, "tensor " + name + " holds " + value);
            }
        }
        return tensor;
    }

    /** All tensors of a layout. Compares every shape before it allocates, for a spec may promise more than the file holds. */
    float[] dense(ParameterLayout layout) throws ModelFileException {
        Map<ParameterLayout.Slot, Tensor> found = new LinkedHashMap<>();
        for (ParameterLayout.Slot slot : layout.slots()) {
            found.put(slot, floats(slot.name(), slot.shape()));
        }
        float[] dense = new float[layout.size()];
        found.forEach((slot, tensor) -> tensor.floatView().get(dense, slot.offset(), slot.size()));
        return dense;
    }

    Tensor of(String name, DType dtype, List<Integer> shape) throws ModelFileException {
        Tensor tensor = of(name, dtype);
        if (!tensor.shape().equals(shape)) {
            throw problem(
                    Reason.BAD_SHAPE, "tensor %s is %s, its spec asks for %s".formatted(name, tensor.shape(), shape));
        }
        return tensor;
    }

    Tensor of(String name, DType dtype) throws ModelFileException {
        Tensor tensor = of(name);
        if (tensor.dtype() != dtype) {
            throw problem(Reason.BAD_ENTRY, "tensor " + name + " is " + tensor.dtype() + " and not " + dtype);
        }
        return tensor;
    }

    Tensor of(String name) throws ModelFileException {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw problem(Reason.BAD_ENTRY, "has no tensor " + name);
        }
        return tensor;
    }

    ModelFileException problem(Reason reason, String what) {
        return new ModelFileException(file, reason, what);
    }
}
