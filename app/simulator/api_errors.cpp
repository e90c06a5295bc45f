// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/api_errors.h"

#include "app/simulator/json_writer.h"

namespace sk::simulator {

Reply errorReply(const ApiError &error)
{
    JsonWriter json;
    {
        JsonObject object(json);
        JsonArray errors(json, "errors");
        JsonObject entry(json);
        json.member("code", error.code);
        json.member("message", error.message);
        json.member("details", error.details);
    }
    Reply reply;
    reply.status = error.status;
    reply.body = json.take();
    if (error.status == 429)
        reply.headers.emplace_back("x-amzn-ErrorType", "TooManyRequestsException");
    return reply;
}

Reply invalidInput(std::string_view details)
{
    return errorReply({400, "InvalidInput", "Invalid Input", details});
}

Reply lwaError(int status, std::string_view error, std::string_view description)
{
    JsonWriter json;
    {
        JsonObject object(json);
        json.member("error", error);
        json.member("error_description", description);
    }
    Reply reply;
    reply.status = status;
    reply.body = json.take();
    return reply;
}

} // namespace sk::simulator
