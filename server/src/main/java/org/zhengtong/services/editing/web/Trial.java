package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.zhengtong.ground.web.Problem;

/** Saves what a page of the editor would save, lets it be looked at, and takes all of it back. */
@Component
class Trial {
    private final RequestMappingHandlerMapping pages;
    private final RequestMappingHandlerAdapter adapter;
    private final TransactionTemplate transaction;

    Trial(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            RequestMappingHandlerAdapter adapter,
            TransactionTemplate transaction) {
        this.pages = requestMappingHandlerMapping;
        this.adapter = adapter;
        this.transaction = transaction;
    }

    /**
     * @param request carries what was typed
     * @param page the address the editor would have sent it to
     * @param look called before it is taken back; told whether it could be saved at all
     */
    String of(HttpServletRequest request, HttpServletResponse response, String page, Function<Boolean, String> look) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return look.apply(isSaved(request, response, page));
        }));
    }

    private boolean isSaved(HttpServletRequest request, HttpServletResponse response, String page) {
        HttpServletRequest saving = new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return page;
            }
        };
        Status status = new Status(response);
        ServletRequestPathUtils.parseAndCache(saving);
        try {
            HandlerExecutionChain handler = pages.getHandler(saving);
            if (handler == null) {
                throw Problem.notFound("unknown-entry-draft");
            }
            adapter.handle(saving, status, handler.getHandler());
            return status.code < HttpStatus.BAD_REQUEST.value();
        } catch (Problem refused) {
            return false;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the page " + page + " cannot be tried", e);
        } finally {
            ServletRequestPathUtils.parseAndCache(request);
        }
    }

    /** Keeps the status to itself: the answer is another page's. */
    private static final class Status extends HttpServletResponseWrapper {
        private int code = HttpStatus.OK.value();

        Status(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int code) {
            this.code = code;
        }
    }
}
