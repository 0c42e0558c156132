/**
 * Every way in which Luodi declines to answer: one enum of codes with blame, one exception. It
 * knows nothing else of the house.
 */
package luodi.fault;
