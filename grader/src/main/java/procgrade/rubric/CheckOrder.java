package procgrade.rubric;

import java.util.List;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Puts the checks of a rubric into the order of {@link Rubric}. */
final class CheckOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        List<String> order;
        try {
            order = Rubric.of(context.getTestClass()).checks().stream()
                    .map(CheckDeclaration::id)
                    .toList();
        } catch (RubricFault e) {
            // thrown from here it would be a line in a log; the extension throws it where somebody sees it
            return;
        }
        context.getMethodDescriptors().sort((one, other) -> Integer.compare(place(order, one), place(order, other)));
    }

    private static int place(List<String> order, MethodDescriptor method) {
        int place = order.indexOf(method.getMethod().getName());
        return place < 0 ? order.size() : place;
    }
}
