/**
 * Industries: the classification GB/T 4754-2017, product names in Chinese and English, tags with
 * source and date, and the notation for sets of codes. It knows no rule.
 */
package luodi.industry;
