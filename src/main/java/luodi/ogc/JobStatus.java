package luodi.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How far a job has come.
 *
 * @param status accepted, running, successful, failed or dismissed
 * @param progress per cent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobStatus(
    @JsonProperty("jobID") String jobId,
    @JsonProperty("processID") String processId,
    String type,
    String status,
    String message,
    int progress,
    String created,
    String started,
    String finished,
    String updated,
    List<Link> links) {}
