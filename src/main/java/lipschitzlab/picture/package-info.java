/**
 * Pictures out of files: folders of pictures, CIFAR's binary batches and IDX files become bytes of one shape, with the class of each
 * picture where there are classes. Also what a file is that holds something else. Imports {@code file}, {@code setting} and
 * {@code compute} (for shapes); draws nothing by lot, which {@code dataset} does.
 */
package lipschitzlab.picture;
