#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

#define LIBRARY "libxml2.so.2"
#define PACKAGE "libxml2"
#include "ondemand.h"

LATER(htmlParserCtxtPtr, htmlNewParserCtxt, (void))
LATER(htmlDocPtr, htmlCtxtReadMemory,
      (xmlParserCtxtPtr context, const char *bytes, int size, const char *url,
       const char *encoding, int options),
      context, bytes, size, url, encoding, options)
LATER(void, htmlFreeParserCtxt, (htmlParserCtxtPtr context), context)

LATER(void, xmlInitParser, (void))
LATER(xmlDocPtr, xmlReadMemory,
      (const char *bytes, int size, const char *url, const char *encoding, int options), bytes,
      size, url, encoding, options)
LATER(xmlErrorPtr, xmlGetLastError, (void))
LATER(xmlNodePtr, xmlDocGetRootElement, (const xmlDoc *document), document)
LATER(long, xmlGetLineNo, (const xmlNode *node), node)
LATER(void, xmlFreeDoc, (xmlDocPtr document), document)

LATER(xmlBufferPtr, xmlBufferCreate, (void))
LATER(const xmlChar *, xmlBufferContent, (const xmlBuffer *buffer), buffer)
LATER(int, xmlBufferLength, (const xmlBuffer *buffer), buffer)
LATER(void, xmlBufferFree, (xmlBufferPtr buffer), buffer)

LATER(xmlTextWriterPtr, xmlNewTextWriterMemory, (xmlBufferPtr buffer, int compression), buffer,
      compression)
LATER(int, xmlTextWriterStartDocument,
      (xmlTextWriterPtr writer, const char *version, const char *encoding, const char *standalone),
      writer, version, encoding, standalone)
LATER(int, xmlTextWriterEndDocument, (xmlTextWriterPtr writer), writer)
LATER(int, xmlTextWriterStartElement, (xmlTextWriterPtr writer, const xmlChar *name), writer, name)
LATER(int, xmlTextWriterEndElement, (xmlTextWriterPtr writer), writer)
LATER(int, xmlTextWriterWriteAttribute,
      (xmlTextWriterPtr writer, const xmlChar *name, const xmlChar *content), writer, name,
      content)
LATER(int, xmlTextWriterWriteString, (xmlTextWriterPtr writer, const xmlChar *content), writer,
      content)
LATER(int, xmlTextWriterFlush, (xmlTextWriterPtr writer), writer)
LATER(void, xmlFreeTextWriter, (xmlTextWriterPtr writer), writer)
