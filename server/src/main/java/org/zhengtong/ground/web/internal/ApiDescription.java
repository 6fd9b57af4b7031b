package org.zhengtong.ground.web.internal;

import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.service.AbstractRequestService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI description says beyond what can be read from the methods. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final String DESCRIPTION = """
            Public services of a city: find an item, file a case, follow it, decide it, issue and verify the licence. \
            Every failure is a problem (RFC 9457) with a sentence that says what to do.""";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Zhengtong 政通")
                        .version("v1")
                        .description(DESCRIPTION)
                        .license(new License().name("Apache License 2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token that POST /api/v1/sessions answers with."))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer whatCallsShare() {
        return (operation, method) -> {
            if (needsToken(method)) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            }
            if (method.hasMethodAnnotation(PostMapping.class)) {
                describeKey(operation);
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("What went wrong and what to do.")
                                    .content(new Content()
                                            .addMediaType(
                                                    APPLICATION_PROBLEM_JSON_VALUE,
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref(Components.COMPONENTS_SCHEMAS_REF
                                                                            + PROBLEM)))));
            return operation;
        };
    }

    /** The house's own types among the ignored parameters are those that stand for who calls. */
    private static boolean needsToken(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterType())
                .anyMatch(type -> type.getName().startsWith("org.zhengtong.")
                        && AbstractRequestService.isRequestTypeToIgnore(type));
    }

    private static void describeKey(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(known -> IdempotencyFilter.HEADER.equals(known.getName()));
        }
        operation.addParametersItem(new HeaderParameter()
                .name(IdempotencyFilter.HEADER)
                .description("""
                        Any text of the caller's, at most 200 characters, new for every new wish. The same key with the \
                        same body gets the first answer again, with another body 409.""")
                .schema(typed("string").maxLength(IdempotencyFilter.LONGEST_KEY)));
    }

    private static Schema<?> problem() {
        Schema<?> errors = typed("array");
        errors.setItems(typed("object")
                .addProperty("field", text("The field that is wrong"))
                .addProperty("sentence", text("What is wrong with it")));
        return typed("object")
                .addProperty("type", text("/problems/ and the stable name of the problem"))
                .addProperty("title", text("What kind of problem it is"))
                .addProperty("status", typed("integer"))
                .addProperty("detail", text("A sentence for the reader that says what to do"))
                .addProperty("instance", text("The address that was called"))
                .addProperty("reference", text("To be named when asking for help; only when the fault is ours"))
                .addProperty("errors", errors);
    }

    private static Schema<?> text(String description) {
        return typed("string").description(description);
    }

    private static Schema<?> typed(String type) {
        return new Schema<>().types(Set.of(type));
    }
}
