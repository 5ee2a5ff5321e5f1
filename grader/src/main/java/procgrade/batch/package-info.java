/** Grades a class: many hand-ins side by side, so that it may be ended at any moment and goes on where it was. */
package procgrade.batch;
