/** The door of the house: {@link luodi.Main} hands the command line to the commands. */
package luodi;
