# SPDX-FileCopyrightText: 2026 The Keyward authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The services whose data is encrypted here, each by the name of its folders. A new one is a line here; all else that
# there is of it stands in those folders, and in its profile.
set(KEYWARD_SERVICES
  bot_service
  managed_disk
  recovery_services_vault
  sql_server
  storage_account
)

# What the sources read of the list: each service's headers, and its facet, which has the name of its folders in
# capitals (RecoveryServicesVault). Written only where something changed, so that nothing is compiled for nothing.
set(KEYWARD_MADE_DIR ${CMAKE_BINARY_DIR}/made)
function(keyward_make_service_headers)
  foreach(service IN LISTS KEYWARD_SERVICES)
    string(REPLACE "_" ";" words ${service})
    set(facet)
    foreach(word IN LISTS words)
      string(SUBSTRING ${word} 0 1 initial)
      string(SUBSTRING ${word} 1 -1 others)
      string(TOUPPER ${initial} initial)
      string(APPEND facet ${initial}${others})
    endforeach()
    list(APPEND facets ${facet})
    string(APPEND headers "#include \"backend/estate/services/${service}/service.h\"\n")
    string(APPEND command_headers "#include \"backend/estate/services/${service}/commands.h\"\n")
  endforeach()
  list(JOIN facets ", " facets)
  foreach(made all.h all_commands.h)
    configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/estate/services/${made}.in
      ${KEYWARD_MADE_DIR}/backend/estate/services/${made} @ONLY)
  endforeach()
endfunction()
keyward_make_service_headers()

# keyward_service_sources(VARIABLE FOLDER): the sources that each service has in FOLDER, in a file NAME.cpp or in a
# folder NAME; those of no other.
function(keyward_service_sources variable folder)
  set(sources)
  foreach(service IN LISTS KEYWARD_SERVICES)
    file(GLOB found CONFIGURE_DEPENDS ${folder}/${service}.cpp ${folder}/${service}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  set(${variable} ${sources} PARENT_SCOPE)
endfunction()
