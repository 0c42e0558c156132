/**
 * The command line: {@code Luodi} and its commands, {@code Settings}, and {@code Wiring}, the one
 * place that builds objects.
 */
package luodi.cli;
