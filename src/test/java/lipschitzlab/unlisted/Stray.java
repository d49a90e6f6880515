package lipschitzlab.unlisted;

/** A class in a package that the order of the packages does not list; never run. */
public final class Stray {}
