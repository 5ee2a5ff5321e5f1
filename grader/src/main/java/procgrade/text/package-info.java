/** Makes text of unknown origin, and numbers, fit for readers: on a screen, in a page, in a table. */
package procgrade.text;
