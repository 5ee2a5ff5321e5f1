package procgrade.rubric;

import java.util.List;

/**
 * What a {@link Check} says about itself.
 *
 * @param id name of its method
 * @param sentence what it says on the screen
 * @param points what it is worth, more than 0
 * @param needs ids of the checks that must hold before it is tried
 * @param hidden whether a student is told no more than the verdict
 */
public record CheckDeclaration(String id, String sentence, double points, List<String> needs, boolean hidden) {
    /** Copies the list. */
    public CheckDeclaration {
        needs = List.copyOf(needs);
    }
}
