package procgrade.rubric;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * One sentence about a submission that is true or not. The method may have parameters of the types {@link Program} and
 * {@link Inputs}; it fails by what their verbs throw.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Check {
    /** {@return what it is worth, more than 0} */
    double points();

    /** {@return names of the methods that must hold before this one is tried} */
    String[] needs() default {};

    /** {@return whether a student is told no more than the verdict} */
    boolean hidden() default false;

    /** {@return the sentence on the screen; by default the name of the method with blanks for underscores} */
    String sentence() default "";
}
