/**
 * A table of proposals in, answers out: {@code Table} (a file of rows), {@code Batch} (judges them
 * in parallel and keeps their order), {@code RowAnswer} (what comes out of one row), {@code
 * CsvAnswers} and {@code LineAnswers} (how answers are written). It judges nothing by itself: what
 * it says of a row stands in the row's screening to the letter. It knows neither HTTP nor a store.
 */
package luodi.batch;
